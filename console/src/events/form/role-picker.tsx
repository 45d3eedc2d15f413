import { useQuery } from '@tanstack/react-query';
import { reasonOf } from '../../layout/failure.js';
import { Field } from '../../layout/form.js';
import { useTexts } from '../../texts/language.js';
import { Chips } from './chips.js';
import type { Editing } from './draft.js';
import { discordRolesQuery } from './queries.js';

const MOST_ROLES = 25;

/** The Discord roles whose holders may sign up, chosen by name among those of the organization's servers. */
export function SignupRoles({ draft: { signupRoles }, set, org }: Editing & { readonly org: string }) {
  const { form, failure } = useTexts();
  const { data, error } = useQuery(discordRolesQuery(org));
  const roles = data?.items ?? [];
  const servers = new Map(roles.map(({ guild_id, guild_name }) => [guild_id, guild_name]));
  const nameOf = (id: string): string => {
    const role = roles.find((one) => one.id === id);
    if (role === undefined) return form.picker.unknownRole;
    return servers.size > 1 ? `${role.name} (${role.guild_name})` : role.name;
  };
  const isEmpty = data?.items.length === 0;
  const hint =
    error === null ? form.hints[isEmpty ? 'no_discord_roles' : 'signup_role_ids'] : reasonOf(error, failure);
  // Who helps with an event without being staff sees how many there are.
  if (data === null && signupRoles.length === 0) return null;
  return (
    <Field name="signup_role_ids" label={form.fields.signup_role_ids} hint={hint}>
      {(input) => (
        <>
          <select
            {...input}
            value=""
            disabled={roles.length === 0 || signupRoles.length >= MOST_ROLES}
            onChange={({ target }) => {
              set({ signupRoles: [...signupRoles, target.value] });
            }}
          >
            <option value="">{form.picker.choose}</option>
            {[...servers].map(([guildId, server]) => (
              <optgroup key={guildId} label={server}>
                {roles
                  .filter(({ id, guild_id }) => guild_id === guildId && !signupRoles.includes(id))
                  .map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
          <Chips
            ids={signupRoles}
            nameOf={nameOf}
            keep={(ids) => {
              set({ signupRoles: ids });
            }}
          />
        </>
      )}
    </Field>
  );
}
