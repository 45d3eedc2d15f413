import { MenuField } from '../layout/text-field.js';
import { useTexts } from '../texts/language.js';
import type { ChannelChoice, RoleChoice } from './search.js';

const CATEGORY = 4;

interface ChannelFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | null;
  readonly channels: readonly ChannelChoice[];
  readonly required?: boolean;
}

/** The channels of a server that take messages, by category; those where the bot may not post say so. */
export function ChannelField({ name, label, value, channels, required = false }: ChannelFieldProps) {
  const { servers: texts } = useTexts();
  const usable = channels.filter(({ takes_messages }) => takes_messages);
  const categories = channels.filter(({ type }) => type === CATEGORY);
  const loose = usable.filter(({ parent_id }) => !categories.some(({ id }) => id === parent_id));
  const isGone = value !== null && !usable.some(({ id }) => id === value);
  const option = (channel: ChannelChoice) => (
    <option key={channel.id} value={channel.id}>
      #{channel.name}
      {channel.missing_permissions.length > 0 && ` ${texts.pickers.lacking}`}
    </option>
  );
  return (
    <MenuField name={name} label={label} value={value ?? ''} required={required}>
      <option value="">{texts.pickers.noChannel}</option>
      {isGone && <option value={value}>{texts.pickers.goneChannel}</option>}
      {loose.map(option)}
      {categories.map(({ id, name: category }) => {
        const inside = usable.filter(({ parent_id }) => parent_id === id);
        return (
          inside.length > 0 && (
            <optgroup key={id} label={category}>
              {inside.map(option)}
            </optgroup>
          )
        );
      })}
    </MenuField>
  );
}

interface RoleFieldProps {
  readonly name: string;
  readonly label: string;
  readonly roles: readonly RoleChoice[];
  /** Whether the bot has to give it: those that it cannot give are not to be chosen. */
  readonly given: boolean;
}

/** The roles of a server, the highest first; those that the bot cannot give say so. */
export function RoleField({ name, label, roles, given }: RoleFieldProps) {
  const { servers: texts } = useTexts();
  return (
    <MenuField name={name} label={label} value="" required>
      <option value="">{texts.pickers.chooseRole}</option>
      {roles.map((role) => (
        <option key={role.id} value={role.id} disabled={given && role.obstacle !== null}>
          {role.name}
          {given && role.obstacle !== null && ` ${texts.pickers.outOfReach}`}
        </option>
      ))}
    </MenuField>
  );
}
