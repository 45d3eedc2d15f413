/**
 * What a component of an organizer's panel asks for: the panel itself (`panel`), a step of the event, or, with a person, what is
 * done with their signup.
 */
export const MANAGE_ACTIONS = [
  'panel',
  'edit',
  'start',
  'complete',
  'cancel',
  'lock',
  'unlock',
  'rules',
  'person',
  'role',
  'seat',
  'remove',
  'promote',
  'miss',
  'came',
  'requests',
  'approve',
  'decline',
  'reminders',
  'as_server',
  'announce',
] as const;
export type ManageAction = (typeof MANAGE_ACTIONS)[number];

/** A parsed `custom_id`. */
export interface ManageId {
  readonly action: ManageAction;
  readonly eventId: string;
  /** The user that it is about; `-` for none. */
  readonly personId: string;
}

/** About whom a component is that is about no one. */
export const NONE = '-';

/** The `custom_id` of such a component or of the form behind it, for necord, which fills the places in. */
export const MANAGE_PATH = 'vm1/:action/:event/:person/:part';

/** As `MANAGE_PATH`; `part` tells several role menus apart. At most 100 characters. */
export function formatManageId(action: ManageAction, eventId: string, personId = NONE, part = 0): string {
  return ['vm1', action, eventId, personId, part].join('/');
}

/** What a `custom_id` asks for, or `null` when it is none of a panel's. */
export function parseManageId(customId: string): ManageId | null {
  const [version, action, eventId, personId, part, ...rest] = customId.split('/');
  const known = MANAGE_ACTIONS.find((candidate) => candidate === action);
  if (version !== 'vm1' || known === undefined || part === undefined || rest.length > 0) return null;
  if (eventId === undefined || personId === undefined) return null;
  return { action: known, eventId, personId };
}

/** The `custom_id` of the menu in which an event is chosen for somebody. */
export const CHOOSE_EVENT_PATH = 'vp1/:person';

export function formatChooseEventId(personId: string): string {
  return `vp1/${personId}`;
}

/** The person for whom an event is chosen, or `null` when it is another component. */
export function parseChooseEventId(customId: string): string | null {
  const [version, personId, ...rest] = customId.split('/');
  return version === 'vp1' && rest.length === 0 ? (personId ?? null) : null;
}
