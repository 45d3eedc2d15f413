import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../api/act.js';
import { answerOf, api } from '../api/client.js';
import type { components } from '../api/schema.js';
import { Confirm } from '../layout/confirm.js';
import { Loaded } from '../layout/loaded.js';
import { Refusal } from '../layout/refusal.js';
import { MenuField, TextField, TickField, typedIn } from '../layout/text-field.js';
import { useTexts } from '../texts/language.js';
import { RoleField } from './pickers.js';
import { eventChoicesQuery, mappingsQuery, rolesQuery } from './queries.js';
import type { RoleChoice, ServerDetails } from './search.js';

type Mapping = components['schemas']['RoleMappingView'];
type MappedType = Mapping['verselink_role_type'];
type EventView = components['schemas']['EventView'];

const TYPES = [
  'org_member',
  'org_staff',
  'event_participant',
  'event_role',
  'plan',
] as const satisfies MappedType[];

/** Roles that people give on Discord, and that make their holders something here. */
const isRead = (type: MappedType): boolean => type === 'org_member' || type === 'org_staff';

/** What the roles of a server stand for. */
export function MappingsTab({ server }: { server: ServerDetails }) {
  const { servers: texts } = useTexts();
  const { guild_id: id, org_id } = server;
  const mappings = useQuery(mappingsQuery(id));
  const roles = useQuery(rolesQuery(id));
  const { data: events = [] } = useQuery(eventChoicesQuery(org_id));
  return (
    <div className="columns">
      <section className="panel" aria-labelledby="mappings">
        <h2 id="mappings">{texts.mappings.title}</h2>
        <Loaded query={mappings} rows={2}>
          {(list) =>
            list.length === 0 ? (
              <p className="quiet">{texts.mappings.nothing}</p>
            ) : (
              <ul className="rows">
                {list.map((mapping) => (
                  <MappingRow
                    key={mapping.id}
                    mapping={mapping}
                    role={roles.data?.find(({ id: roleId }) => roleId === mapping.discord_role_id)}
                    events={events}
                  />
                ))}
              </ul>
            )
          }
        </Loaded>
      </section>
      <Loaded query={roles} rows={2}>
        {(list) => <NewMapping guildId={id} roles={list} events={events} />}
      </Loaded>
    </div>
  );
}

interface RowProps {
  readonly mapping: Mapping;
  readonly role: RoleChoice | undefined;
  readonly events: readonly EventView[];
}

function MappingRow({ mapping, role, events }: RowProps) {
  const { servers: texts } = useTexts();
  const [removing, setRemoving] = useState(false);
  const { id, guild_id, verselink_role_type: type, verselink_entity_id: entity } = mapping;
  const change = useAct(
    (body: components['schemas']['UpdateRoleMappingDto']) =>
      answerOf(api.PATCH('/api/v1/discord/role-mappings/{id}', { params: { path: { id } }, body })),
    ['server', guild_id],
  );
  const remove = useAct(
    () => answerOf(api.DELETE('/api/v1/discord/role-mappings/{id}', { params: { path: { id } } })),
    ['server', guild_id],
  );
  const name = role?.name ?? texts.pickers.goneRole;
  const event = events.find((one) => one.id === entity || one.roles.some((seat) => seat.id === entity));
  const seat = event?.roles.find((one) => one.id === entity);
  const which = [event?.title, seat?.name, type === 'plan' ? entity : null].filter((part) => part);
  return (
    <li className="row">
      <div className="row-what">
        <h3>@{name}</h3>
        <p>
          {texts.mappings.types[type]}
          {which.length > 0 && <span className="quiet"> · {which.join(' · ')}</span>}
        </p>
        {!isRead(type) && role?.obstacle !== null && role !== undefined && (
          <p className="bad">{texts.mappings.outOfReach}</p>
        )}
        {!isRead(type) && (
          <div className="ticks">
            {(['auto_assign', 'auto_remove'] as const).map((field) => (
              <TickField
                key={field}
                label={texts.mappings.fields[field]}
                checked={mapping[field]}
                disabled={change.isPending}
                onChange={({ target }) => {
                  change.mutate({ [field]: target.checked });
                }}
              />
            ))}
          </div>
        )}
        {change.error !== null && <Refusal error={change.error} />}
      </div>
      <button
        type="button"
        className="button bare bad"
        aria-label={texts.mappings.removeOf(name)}
        onClick={() => {
          setRemoving(true);
        }}
      >
        {texts.mappings.remove}
      </button>
      {removing && (
        <Confirm
          title={texts.mappings.removeOf(name)}
          act={texts.mappings.remove}
          danger
          perform={() => remove.mutateAsync()}
          close={() => {
            setRemoving(false);
          }}
        >
          <p>{texts.mappings.removeWhat}</p>
        </Confirm>
      )}
    </li>
  );
}

interface NewMappingProps {
  readonly guildId: string;
  readonly roles: readonly RoleChoice[];
  readonly events: readonly EventView[];
}

function NewMapping({ guildId, roles, events }: NewMappingProps) {
  const { servers: texts } = useTexts();
  const [type, setType] = useState<MappedType>('event_participant');
  const create = useAct(
    (body: components['schemas']['CreateRoleMappingDto']) =>
      answerOf(api.POST('/api/v1/discord/role-mappings', { body })),
    ['server', guildId],
  );
  return (
    <form
      className="panel form"
      aria-label={texts.mappings.add}
      onSubmit={(submit) => {
        submit.preventDefault();
        const { currentTarget: form } = submit;
        const entity = typedIn(form, 'entity');
        create.mutate(
          {
            guild_id: guildId,
            discord_role_id: typedIn(form, 'role'),
            verselink_role_type: type,
            verselink_entity_id: entity === '' ? null : entity,
          },
          {
            onSuccess: () => {
              form.reset();
              setType('event_participant');
            },
          },
        );
      }}
    >
      <h2>{texts.mappings.add}</h2>
      <RoleField name="role" label={texts.mappings.role} roles={roles} given={!isRead(type)} />
      <MenuField
        name="type"
        label={texts.mappings.standsFor}
        hint={texts.mappings.typeHints[type]}
        value={type}
        onChange={(value) => {
          setType(TYPES.find((one) => one === value) ?? type);
        }}
      >
        {TYPES.map((one) => (
          <option key={one} value={one}>
            {texts.mappings.types[one]}
          </option>
        ))}
      </MenuField>
      {type === 'plan' && <TextField name="entity" label={texts.mappings.plan} required maxLength={100} />}
      {type === 'event_participant' && (
        <MenuField name="entity" label={texts.mappings.event} value="">
          <option value="">{texts.mappings.anyEvent}</option>
          {events.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </MenuField>
      )}
      {type === 'event_role' && (
        <MenuField name="entity" label={texts.mappings.eventRole} value="" required>
          <option value="">{texts.mappings.choose}</option>
          {events.map(({ id, title, roles: seats }) => (
            <optgroup key={id} label={title}>
              {seats.map((seat) => (
                <option key={seat.id} value={seat.id}>
                  {seat.name}
                </option>
              ))}
            </optgroup>
          ))}
        </MenuField>
      )}
      {create.error !== null && <Refusal error={create.error} />}
      <div>
        <button type="submit" className="button primary" disabled={create.isPending}>
          {texts.mappings.add}
        </button>
      </div>
    </form>
  );
}
