import type { EventDetail, Placement, Signup } from '../queries.js';
import type { RosterSearch } from './search.js';

/** Which part of a roster a group is; roles and ships have ids beside. */
type GroupKind =
  | 'pending'
  | 'role'
  | 'roleless'
  | 'seated'
  | 'ship'
  | 'ashore'
  | 'waitlist'
  | 'tentative'
  | 'absent'
  | 'no_show';

/** A part of the roster, under a heading of its own. */
export interface Group {
  readonly key: string;
  readonly kind: GroupKind;
  /** The name of a role or ship. */
  readonly name: string | null;
  readonly taken: number;
  /** `null`: no limit, or not a matter of seats. */
  readonly capacity: number | null;
  readonly signups: readonly Signup[];
}

const SEATED: readonly Signup['status'][] = ['confirmed', 'checked_in', 'late'];

/** Lists of more are drawn only where one looks. */
const MANY = 50;

/** The class of a group's list. */
export const listClass = ({ length }: readonly Signup[]): string =>
  length > MANY ? 'signups many' : 'signups';

const hasSeat = ({ status }: Pick<Signup, 'status'>): boolean => SEATED.includes(status);

/** The roster in groups: what waits for a decision first, then the seats, then those without one. */
export function groupsOf(
  event: EventDetail,
  signups: readonly Signup[],
  { by, name }: RosterSearch,
): readonly Group[] {
  const shown = name === undefined ? signups : signups.filter((signup) => matches(signup, name));
  const all = [
    plain('pending', shown, ({ status }) => status === 'pending'),
    ...(by === 'ships' ? shipGroups(event, shown, signups) : roleGroups(event, shown)),
    plain('waitlist', shown, ({ status }) => status === 'waitlist' || status === 'offered'),
    plain('tentative', shown, ({ status }) => status === 'tentative'),
    plain('absent', shown, ({ status }) => status === 'absent'),
    plain('no_show', shown, ({ status }) => status === 'no_show'),
  ];
  return all.filter(({ kind, signups: { length } }) => length > 0 || isAlwaysShown(event, kind));
}

/** Where somebody stands, by their signup. */
export function groupOf(event: EventDetail, signup: Signup, by: RosterSearch['by']): Group | undefined {
  return groupsOf(event, [signup], { by }).find(({ signups }) => signups.length > 0);
}

/** Empty groups that one can be put into, or that say that nobody is there. */
function isAlwaysShown({ answers, approval_required: approves }: EventDetail, kind: GroupKind): boolean {
  if (kind === 'tentative' || kind === 'absent') return answers.includes(kind);
  return kind === 'pending' ? approves : kind !== 'no_show';
}

function roleGroups(event: EventDetail, signups: readonly Signup[]): Group[] {
  const seated = signups.filter(hasSeat);
  const roles = event.roles.map(({ id, name, emoji, capacity, confirmed_count: taken }) => ({
    key: `role:${id}`,
    kind: 'role' as const,
    // A server's own emoji has no picture outside of Discord.
    name: emoji === null || emoji.startsWith('<') ? name : `${emoji} ${name}`,
    ...{ taken, capacity },
    signups: seated.filter(({ role_id }) => role_id === id),
  }));
  const others = seated.filter(({ role_id }) => !event.roles.some(({ id }) => id === role_id));
  if (roles.length > 0 && others.length === 0 && event.role_required) return roles;
  if (roles.length > 0) return [...roles, plain('roleless', others, () => true)];
  const { confirmed_count: taken, max_participants: capacity } = event;
  return [{ key: 'seated', kind: 'seated', name: null, taken, capacity, signups: others }];
}

function shipGroups(event: EventDetail, shown: readonly Signup[], all: readonly Signup[]): Group[] {
  const seated = shown.filter(hasSeat);
  const ships = event.fleet_ships.map(({ id, ship_model: model, required_crew: capacity }) => {
    const crew = seated.filter(({ ship_id }) => ship_id === id);
    const captains = crew.filter(({ ship_post }) => ship_post === 'captain');
    return {
      key: `ship:${id}`,
      kind: 'ship' as const,
      name: model,
      taken: all.filter(({ ship_id }) => ship_id === id).length,
      capacity,
      signups: [...captains, ...crew.filter((signup) => !captains.includes(signup))],
    };
  });
  return [...ships, plain('ashore', seated, ({ ship_id }) => ship_id === null)];
}

function plain(kind: GroupKind, signups: readonly Signup[], belongs: (signup: Signup) => boolean): Group {
  const own = signups.filter(belongs);
  return { key: kind, kind, name: null, taken: own.length, capacity: null, signups: own };
}

function matches({ handle }: Signup, name: string): boolean {
  return handle.toLocaleLowerCase().includes(name.toLocaleLowerCase());
}

/** What putting somebody into a group asks the API for; `null` where nobody can be put. */
export function placementIn({ key, kind }: Pick<Group, 'key' | 'kind'>, signup: Signup): Placement | null {
  const id = key.slice(key.indexOf(':') + 1);
  const seat = hasSeat(signup) ? {} : { status: 'confirmed' as const };
  switch (kind) {
    case 'role':
      return { role_id: id, ...seat };
    case 'seated':
    case 'roleless':
      return { role_id: null, ...seat };
    case 'ship':
      return { ship_id: id };
    case 'ashore':
      return hasSeat(signup) ? { ship_id: null } : seat;
    case 'pending':
      return null;
    default:
      return { status: kind };
  }
}
