import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../api/act.js';
import { answerOf, api } from '../api/client.js';
import { Confirm } from '../layout/confirm.js';
import { Loaded } from '../layout/loaded.js';
import { useNotify } from '../layout/notices.js';
import { Refusal } from '../layout/refusal.js';
import { MenuField, TextField, TickField, typedIn } from '../layout/text-field.js';
import { LOCALES, useTexts } from '../texts/language.js';
import { ChannelField } from './pickers.js';
import { channelsQuery } from './queries.js';
import type { ChannelChoice, ServerChanges, ServerDetails } from './search.js';

const CHANNELS = [
  'event_channel_id',
  'announcement_channel_id',
  'reminder_channel_id',
  'welcome_channel_id',
] as const;
const TICKS = [
  'sync_enabled',
  'reminder_enabled',
  'auto_create_channels',
  'auto_manage_roles',
  'welcome_enabled',
  'message_tracking_enabled',
] as const;
const LAYOUTS = ['category', 'text', 'thread'] as const satisfies ServerDetails['channel_layout'][];
const ADOPTIONS = ['ask', 'always', 'never'] as const satisfies ServerDetails['adopt_events'][];
/** What `/setup` offers too: three days, a day, three hours, an hour and a quarter before. */
const REMINDERS = [4320, 1440, 180, 60, 15] as const;

/** How a server is served; only what differs is sent. */
export function SettingsTab({ server }: { server: ServerDetails }) {
  const query = useQuery(channelsQuery(server.guild_id));
  return (
    <>
      <Loaded query={query} rows={5}>
        {(channels) => <SettingsForm server={server} channels={channels} />}
      </Loaded>
      <EndRegistration server={server} />
    </>
  );
}

interface FormProps {
  readonly server: ServerDetails;
  readonly channels: readonly ChannelChoice[];
}

function SettingsForm({ server, channels }: FormProps) {
  const { servers: texts } = useTexts();
  const { settings, languages } = { settings: texts.settings, languages: useTexts().languages };
  const notify = useNotify();
  const { guild_id: id } = server;
  const change = useAct(
    (body: ServerChanges) =>
      answerOf(api.PATCH('/api/v1/discord/guilds/{guild_id}', { params: { path: { guild_id: id } }, body })),
    ['server', id],
    ['servers'],
  );
  const offered = [...new Set([...REMINDERS, ...server.reminder_offsets_minutes])].sort((a, b) => b - a);
  const channel = (field: (typeof CHANNELS)[number]) => (
    <ChannelField name={field} label={settings.fields[field]} value={server[field]} channels={channels} />
  );
  const tick = (field: (typeof TICKS)[number]) => (
    <TickField
      name={field}
      label={settings.fields[field]}
      hint={settings.hints[field]}
      defaultChecked={server[field]}
    />
  );
  return (
    <form
      className="panels"
      aria-label={texts.tabs.settings}
      onSubmit={(submit) => {
        submit.preventDefault();
        const changes = changesIn(submit.currentTarget, server, offered);
        if (Object.keys(changes).length === 0) {
          notify(settings.unchanged);
          return;
        }
        change.mutate(changes, {
          onSuccess: () => {
            notify(settings.saved);
          },
        });
      }}
    >
      <fieldset className="panel form">
        <legend>{settings.groups.events}</legend>
        {tick('sync_enabled')}
        {channel('event_channel_id')}
        <MenuField name="locale" label={settings.fields.locale} value={server.locale}>
          {LOCALES.map((locale) => (
            <option key={locale} value={locale}>
              {languages[locale]}
            </option>
          ))}
        </MenuField>
        <MenuField name="adopt_events" label={settings.fields.adopt_events} value={server.adopt_events}>
          {ADOPTIONS.map((adoption) => (
            <option key={adoption} value={adoption}>
              {settings.adoptions[adoption]}
            </option>
          ))}
        </MenuField>
      </fieldset>
      <fieldset className="panel form">
        <legend>{settings.groups.reminders}</legend>
        {tick('reminder_enabled')}
        {channel('reminder_channel_id')}
        <fieldset className="ticks">
          <legend>{settings.fields.reminder_offsets_minutes}</legend>
          {offered.map((minutes) => (
            <TickField
              key={minutes}
              name={`before-${String(minutes)}`}
              label={settings.before(minutes)}
              defaultChecked={server.reminder_offsets_minutes.includes(minutes)}
            />
          ))}
        </fieldset>
        {channel('announcement_channel_id')}
      </fieldset>
      <fieldset className="panel form">
        <legend>{settings.groups.channels}</legend>
        {tick('auto_create_channels')}
        <MenuField name="channel_layout" label={settings.fields.channel_layout} value={server.channel_layout}>
          {LAYOUTS.map((layout) => (
            <option key={layout} value={layout}>
              {settings.layouts[layout]}
            </option>
          ))}
        </MenuField>
        <TextField
          name="channel_retention_days"
          type="number"
          min={0}
          max={365}
          label={settings.fields.channel_retention_days}
          hint={settings.hints.channel_retention_days}
          defaultValue={server.channel_retention_days ?? ''}
        />
        {tick('auto_manage_roles')}
      </fieldset>
      <fieldset className="panel form">
        <legend>{settings.groups.welcome}</legend>
        {tick('welcome_enabled')}
        {channel('welcome_channel_id')}
        <label className="field">
          {settings.fields.welcome_message}
          <textarea
            name="welcome_message"
            rows={3}
            maxLength={1500}
            defaultValue={server.welcome_message ?? ''}
            aria-describedby="welcome-hint"
          />
          <span id="welcome-hint" className="hint">
            {settings.hints.welcome_message}
          </span>
        </label>
        {tick('message_tracking_enabled')}
      </fieldset>
      <div className="form whole">
        {change.error !== null && <Refusal error={change.error} />}
        <div>
          <button type="submit" className="button primary" disabled={change.isPending}>
            {settings.save}
          </button>
        </div>
      </div>
    </form>
  );
}

function changesIn(form: HTMLFormElement, server: ServerDetails, offered: readonly number[]): ServerChanges {
  const text = (name: string) => typedIn(form, name);
  const orNull = (name: string) => (text(name) === '' ? null : text(name));
  const days = orNull('channel_retention_days');
  const offsets = offered.filter((minutes) => text(`before-${String(minutes)}`) === 'on');
  const one = <T extends string>(known: readonly T[], name: string, now: T) =>
    known.find((value) => value === text(name)) ?? now;
  const typed: ServerChanges = {
    ...Object.fromEntries(CHANNELS.map((field) => [field, orNull(field)])),
    ...Object.fromEntries(TICKS.map((field) => [field, text(field) === 'on'])),
    locale: one(LOCALES, 'locale', server.locale),
    adopt_events: one(ADOPTIONS, 'adopt_events', server.adopt_events),
    channel_layout: one(LAYOUTS, 'channel_layout', server.channel_layout),
    channel_retention_days: days === null ? null : Number(days),
    welcome_message: orNull('welcome_message'),
    reminder_offsets_minutes: offsets,
  };
  const names = Object.keys(typed) as (keyof ServerChanges)[];
  const differs = (name: keyof ServerChanges) => JSON.stringify(typed[name]) !== JSON.stringify(server[name]);
  return Object.fromEntries(names.filter(differs).map((name) => [name, typed[name]]));
}

function EndRegistration({ server: { guild_id: id, guild_name: name } }: { server: ServerDetails }) {
  const { servers: texts } = useTexts();
  const navigate = useNavigate();
  const notify = useNotify();
  const [asked, setAsked] = useState(false);
  const remove = useAct(
    () => answerOf(api.DELETE('/api/v1/discord/guilds/{guild_id}', { params: { path: { guild_id: id } } })),
    ['servers'],
  );
  return (
    <section className="panel danger-zone" aria-labelledby="end">
      <h2 id="end">{texts.end.act}</h2>
      <p>{texts.end.what}</p>
      <button
        type="button"
        className="button bare bad"
        onClick={() => {
          setAsked(true);
        }}
      >
        {texts.end.act}…
      </button>
      {asked && (
        <Confirm
          title={texts.end.title(name)}
          act={texts.end.act}
          danger
          phrase={name}
          perform={async () => {
            await remove.mutateAsync();
            notify(texts.end.done(name));
            void navigate({ to: '/servers', search: {} });
          }}
          close={() => {
            setAsked(false);
          }}
        >
          <p>{texts.end.what}</p>
        </Confirm>
      )}
    </section>
  );
}
