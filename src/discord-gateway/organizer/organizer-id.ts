/** What an organizer does with an event by a button below its preview, a form or a menu; `create` and `resume` have none yet. */
export const ORGANIZER_ACTIONS = ['publish', 'edit', 'drop', 'create', 'resume'] as const;
export type OrganizerAction = (typeof ORGANIZER_ACTIONS)[number];

/** The `custom_id` of such a button or of the form behind it, for necord, which fills the places in. */
export const ORGANIZER_PATH = 'vl1/organize/:action/:event/form';

/** As `ORGANIZER_PATH`, for one event. */
export function formatOrganizerId(action: OrganizerAction, eventId = 'new'): string {
  return `vl1/organize/${action}/${eventId}/form`;
}

/** What a `custom_id` asks for, or `null` when it is not an organizer's. */
export function parseOrganizerId(customId: string): { action: OrganizerAction; eventId: string } | null {
  const [version, kind, action, eventId, end, ...rest] = customId.split('/');
  const known = ORGANIZER_ACTIONS.find((candidate) => candidate === action);
  if (version !== 'vl1' || kind !== 'organize' || end !== 'form' || rest.length > 0) return null;
  return known === undefined || eventId === undefined ? null : { action: known, eventId };
}
