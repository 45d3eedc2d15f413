/** What a component or form of payouts does: share a haul by a rule, or say of a payout as it was seen that one has one's share. */
const PAYOUT_ACTIONS = ['share', 'received'] as const;
type PayoutAction = (typeof PAYOUT_ACTIONS)[number];

/** The `custom_id` of such a form or button, for necord, which fills the places in. */
export const SHARE_PATH = 'vp1/share/:event/:rule';
export const RECEIVED_PATH = 'vp1/received/:event/:revision';

/** @param detail the rule, or the payout's revision */
export function formatPayoutId(action: PayoutAction, eventId: string, detail: string | number): string {
  return `vp1/${action}/${eventId}/${detail}`;
}

/** What a `custom_id` asks for, or `null` when it is none of payouts. */
export function parsePayoutId(
  customId: string,
): { readonly action: PayoutAction; readonly eventId: string; readonly detail: string } | null {
  const [version, action, eventId, detail, ...rest] = customId.split('/');
  const known = PAYOUT_ACTIONS.find((candidate) => candidate === action);
  if (version !== 'vp1' || known === undefined || eventId === undefined || detail === undefined) return null;
  return rest.length > 0 ? null : { action: known, eventId, detail };
}
