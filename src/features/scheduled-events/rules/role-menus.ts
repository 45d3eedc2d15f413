import { truncate } from '../../../common/text.js';
import type { Texts } from '../../../languages/texts.js';
import type { Event, EventRole } from '../../events/rules/event.js';

/** A menu of at most 25 roles; an event with more has several. */
export interface RoleMenu {
  readonly placeholder: string;
  readonly disabled: boolean;
  /** How many can be chosen. */
  readonly max: number;
  readonly options: readonly RoleOption[];
}

interface RoleOption {
  /** The role's id. */
  readonly value: string;
  readonly label: string;
  readonly description: string;
  readonly emoji: string | null;
}

/** Discord's limits. */
const OPTIONS = 25;
const OPTION_TEXT = 100;
/** Two of five action rows may be for buttons. */
const MENUS = 3;

/** So many roles members name, in their order. */
export const PREFERENCES = 3;

/** The menus in which a role is chosen, or several by preference. */
export function roleMenus(
  event: Pick<Event, 'roles' | 'seats'>,
  { disabled, preferences = 1 }: { readonly disabled: boolean; readonly preferences?: number },
  texts: Texts['signupMessage'],
): RoleMenu[] {
  const { roles } = event;
  const options = roles.map((role) => optionOf(event, role, texts));
  const starts = Array.from(
    { length: Math.min(MENUS, Math.ceil(roles.length / OPTIONS)) },
    (_, menu) => menu * OPTIONS,
  );
  return starts.map((from) => {
    const shown = options.slice(from, from + OPTIONS);
    const max = Math.min(preferences, shown.length);
    const all = max === 1 ? texts.chooseRole : texts.chooseRoles(max);
    const part = texts.chooseRoleOf(from + 1, from + shown.length);
    return { placeholder: starts.length === 1 ? all : part, disabled, max, options: shown };
  });
}

function optionOf(
  { seats }: Pick<Event, 'seats'>,
  { id, name, capacity, description, emoji }: EventRole,
  texts: Texts['signupMessage'],
): RoleOption {
  const taken = texts.seats(seats.by_role[id]?.confirmed ?? 0, capacity);
  return {
    value: id,
    label: truncate(name, OPTION_TEXT),
    description: truncate([taken, description].filter((part) => part !== null).join(' · '), OPTION_TEXT),
    emoji,
  };
}
