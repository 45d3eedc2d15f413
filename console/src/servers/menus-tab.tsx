import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../api/act.js';
import { answerOf, api } from '../api/client.js';
import type { components } from '../api/schema.js';
import { Confirm } from '../layout/confirm.js';
import { Loaded } from '../layout/loaded.js';
import { useNotify } from '../layout/notices.js';
import { Refusal } from '../layout/refusal.js';
import { TextField, TickField, typedIn } from '../layout/text-field.js';
import { useTexts } from '../texts/language.js';
import { ChannelField } from './pickers.js';
import { channelsQuery, menusQuery, rolesQuery } from './queries.js';
import type { ChannelChoice, RoleChoice, ServerDetails } from './search.js';

type Menu = components['schemas']['RoleMenuView'];

/** The messages with which members take roles themselves. */
export function MenusTab({ server: { guild_id: id } }: { server: ServerDetails }) {
  const { servers: texts } = useTexts();
  const menus = useQuery(menusQuery(id));
  const roles = useQuery(rolesQuery(id));
  const channels = useQuery(channelsQuery(id));
  return (
    <div className="columns">
      <section className="panel" aria-labelledby="menus">
        <h2 id="menus">{texts.menus.title}</h2>
        <Loaded query={menus} rows={2}>
          {(list) =>
            list.length === 0 ? (
              <p className="quiet">{texts.menus.nothing}</p>
            ) : (
              <ul className="rows">
                {list.map((menu) => (
                  <MenuRow
                    key={menu.id}
                    menu={menu}
                    roles={roles.data ?? []}
                    channels={channels.data ?? []}
                  />
                ))}
              </ul>
            )
          }
        </Loaded>
      </section>
      <Loaded query={roles} rows={2}>
        {(list) => <NewMenu guildId={id} roles={list} channels={channels.data ?? []} />}
      </Loaded>
    </div>
  );
}

interface RowProps {
  readonly menu: Menu;
  readonly roles: readonly RoleChoice[];
  readonly channels: readonly ChannelChoice[];
}

function MenuRow({ menu, roles, channels }: RowProps) {
  const { servers: texts } = useTexts();
  const notify = useNotify();
  const [removing, setRemoving] = useState(false);
  const { id, guild_id, channel_id, discord_message_id, discord_role_ids, title } = menu;
  const again = useAct(
    () => answerOf(api.PATCH('/api/v1/discord/role-menus/{id}', { params: { path: { id } }, body: {} })),
    ['server', guild_id],
  );
  const remove = useAct(
    () => answerOf(api.DELETE('/api/v1/discord/role-menus/{id}', { params: { path: { id } } })),
    ['server', guild_id],
  );
  const name = title ?? texts.menus.untitled;
  const channel = channels.find((one) => one.id === channel_id);
  const named = discord_role_ids.map(
    (roleId) => roles.find((role) => role.id === roleId)?.name ?? texts.pickers.goneRole,
  );
  return (
    <li className="row">
      <div className="row-what">
        <h3>{name}</h3>
        <p className="quiet">
          #{channel?.name ?? '…'} · {named.map((role) => `@${role}`).join(', ')}
        </p>
        {discord_message_id !== null && (
          <a
            href={`https://discord.com/channels/${guild_id}/${channel_id}/${discord_message_id}`}
            target="_blank"
            rel="noreferrer"
          >
            {texts.menus.see} <span aria-hidden="true">↗</span>
          </a>
        )}
        {again.error !== null && <Refusal error={again.error} />}
      </div>
      <div className="row-acts">
        <button
          type="button"
          className="button"
          disabled={again.isPending}
          aria-label={texts.menus.againOf(name)}
          onClick={() => {
            again.mutate(undefined, {
              onSuccess: () => {
                notify(texts.menus.posted);
              },
            });
          }}
        >
          {texts.menus.again}
        </button>
        <button
          type="button"
          className="button bare bad"
          aria-label={texts.menus.removeOf(name)}
          onClick={() => {
            setRemoving(true);
          }}
        >
          {texts.menus.remove}
        </button>
      </div>
      {removing && (
        <Confirm
          title={texts.menus.removeOf(name)}
          act={texts.menus.remove}
          danger
          perform={() => remove.mutateAsync()}
          close={() => {
            setRemoving(false);
          }}
        >
          <p>{texts.menus.removeWhat}</p>
        </Confirm>
      )}
    </li>
  );
}

interface NewMenuProps {
  readonly guildId: string;
  readonly roles: readonly RoleChoice[];
  readonly channels: readonly ChannelChoice[];
}

function NewMenu({ guildId, roles, channels }: NewMenuProps) {
  const { servers: texts } = useTexts();
  const notify = useNotify();
  const publish = useAct(
    (body: components['schemas']['CreateRoleMenuDto']) =>
      answerOf(api.POST('/api/v1/discord/role-menus', { body })),
    ['server', guildId],
  );
  const offered = roles.filter(({ obstacle }) => obstacle === null);
  return (
    <form
      className="panel form"
      aria-label={texts.menus.add}
      onSubmit={(submit) => {
        submit.preventDefault();
        const { currentTarget: form } = submit;
        const orNull = (name: string) => (typedIn(form, name) === '' ? null : typedIn(form, name));
        const max = orNull('max');
        publish.mutate(
          {
            guild_id: guildId,
            channel_id: typedIn(form, 'channel'),
            title: orNull('title'),
            description: orNull('description'),
            max: max === null ? null : Number(max),
            discord_role_ids: new FormData(form).getAll('role').filter((id) => typeof id === 'string'),
          },
          {
            onSuccess: () => {
              form.reset();
              notify(texts.menus.posted);
            },
          },
        );
      }}
    >
      <h2>{texts.menus.add}</h2>
      <ChannelField name="channel" label={texts.menus.channel} value={null} channels={channels} required />
      <TextField name="title" label={texts.menus.name} placeholder={texts.menus.untitled} maxLength={200} />
      <label className="field">
        {texts.menus.description}
        <textarea name="description" rows={2} maxLength={2000} />
      </label>
      <fieldset className="ticks">
        <legend>{texts.menus.roles}</legend>
        {offered.length === 0 && <p className="hint">{texts.menus.noRoles}</p>}
        {offered.map(({ id, name }) => (
          <TickField key={id} name="role" value={id} label={`@${name}`} />
        ))}
      </fieldset>
      <TextField
        name="max"
        type="number"
        min={1}
        max={25}
        label={texts.menus.max}
        placeholder={texts.menus.allOfThem}
      />
      {publish.error !== null && <Refusal error={publish.error} />}
      <div>
        <button type="submit" className="button primary" disabled={publish.isPending || offered.length === 0}>
          {texts.menus.publish}
        </button>
      </div>
    </form>
  );
}
