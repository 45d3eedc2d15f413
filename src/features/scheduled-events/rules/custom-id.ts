import { EXTRA_ANSWERS } from '../../events/rules/event.js';

/**
 * What a component asks for: those of a signup message (`check_in` around the start, `board` a ship, `own_ship` for the form behind that), the pages of the list of people (`page`) and of the fleet (`ships`), the role menu of an
 * answer (`choose`), the answers to the offer of a seat (`accept`, `decline`), and what only organizers may do (`edit`, `manage`).
 */
export const SIGNUP_ACTIONS = [
  'signup',
  'withdraw',
  'list',
  'role',
  'page',
  'choose',
  'check_in',
  'board',
  'own_ship',
  'ships',
  'accept',
  'decline',
  'edit',
  'manage',
  ...EXTRA_ANSWERS,
] as const;
export type SignupAction = (typeof SIGNUP_ACTIONS)[number];

/** A parsed `custom_id`. `part` tells several role menus of one message apart, or is the number of a page. */
export interface CustomId {
  readonly action: SignupAction;
  readonly event_id: string;
  readonly part: number;
}

/** Raised when the meaning changes; older messages keep working as long as their version is parsed here. */
const VERSION = 'vl1';

/** The `custom_id` of the components, for necord, which fills the places in. */
export const SIGNUP_PATH = `${VERSION}/:action/:event/:part`;

/** The `custom_id` of a component: version, action, event, part; at most 100 characters. */
export function formatCustomId({ action, event_id, part }: CustomId): string {
  return [VERSION, action, event_id, part].join('/');
}

/** The meaning of a `custom_id`, or `null` when it is not ours. */
export function parseCustomId(customId: string): CustomId | null {
  const [version, action, eventId, part, ...rest] = customId.split('/');
  const known = SIGNUP_ACTIONS.find((candidate) => candidate === action);
  if (version !== VERSION || known === undefined || rest.length > 0) return null;
  if (eventId === undefined || part === undefined || !/^\d{1,4}$/u.test(part)) return null;
  return { action: known, event_id: eventId, part: Number(part) };
}
