import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useId, useMemo } from 'react';
import { type Me, useChangeMe, useMe } from '../api/me.js';
import { said } from '../layout/form-data.js';
import { useNotify } from '../layout/notices.js';
import { Refusal } from '../layout/refusal.js';
import { useTitle } from '../layout/title.js';
import { LOCALES, useLocale, useTexts } from '../texts/language.js';

const KINDS = [
  'reminder',
  'promotion',
  'change',
  'cancellation',
  'announcement',
] as const satisfies Me['dm_kinds'];

type Changes = Parameters<ReturnType<typeof useChangeMe>['mutateAsync']>[0];

/** Who one is, in which language and time zone one is spoken to, and what one is told directly. */
export function SettingsPage() {
  const { me: texts } = useTexts();
  useTitle(texts.settings.title);
  return (
    <>
      <header className="page-head">
        <h1>{texts.settings.title}</h1>
      </header>
      <ProfileForm />
      <MessagesForm />
    </>
  );
}

/** Saves what a form says, and tells so. */
function useSave() {
  const { me: texts } = useTexts();
  const change = useChangeMe();
  const notify = useNotify();
  return useMutation({
    mutationFn: (changes: Changes) => change.mutateAsync(changes),
    onSuccess: () => {
      notify(texts.settings.saved);
    },
  });
}

function ProfileForm() {
  const { me: texts, language, languages } = useTexts();
  const me = useMe();
  const save = useSave();
  const heading = useId();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const email = said(data, 'email') === '' ? null : said(data, 'email');
    save.mutate({
      handle: said(data, 'handle'),
      locale: LOCALES.find((locale) => locale === said(data, 'locale')) ?? me.locale,
      timezone: said(data, 'timezone'),
      // An address that is said again would count as typed, and no more as the one that Discord has verified.
      ...(email !== me.email && { email }),
    });
  };
  return (
    <form key={me.updated_at} className="panel form wide" aria-labelledby={heading} onSubmit={submit}>
      <h2 id={heading}>{texts.settings.profile}</h2>
      <div className="fields">
        <label className="field">
          {texts.settings.handle}
          <input
            name="handle"
            defaultValue={me.handle}
            required
            minLength={1}
            maxLength={64}
            autoComplete="nickname"
          />
        </label>
        <label className="field">
          {texts.settings.email}
          <input name="email" type="email" defaultValue={me.email ?? ''} autoComplete="email" />
          <span className="hint">{emailHint(me, texts.settings)}</span>
        </label>
        <label className="field">
          {language}
          <select name="locale" defaultValue={me.locale}>
            {LOCALES.map((locale) => (
              <option key={locale} value={locale}>
                {languages[locale]}
              </option>
            ))}
          </select>
        </label>
        <ZoneField zone={me.timezone} />
      </div>
      <p className="quiet">{texts.settings.discord(me.discord_id)}</p>
      {save.error !== null && <Refusal error={save.error} />}
      <button type="submit" className="button primary" disabled={save.isPending}>
        {texts.settings.save}
      </button>
    </form>
  );
}

function emailHint(
  { email, email_verified }: Me,
  texts: { noEmail: string; verified: string; unverified: string },
): string {
  if (email === null) return texts.noEmail;
  return email_verified ? texts.verified : texts.unverified;
}

/** The browser's own list, which is searched by typing. */
function ZoneField({ zone }: { zone: string }) {
  const { me: texts } = useTexts();
  const locale = useLocale();
  const list = useId();
  const zones = useMemo(() => {
    const now = new Date();
    return Intl.supportedValuesOf('timeZone').map((timeZone) => {
      const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longOffset' }).formatToParts(
        now,
      );
      return [timeZone, parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''] as const;
    });
  }, [locale]);
  return (
    <label className="field">
      {texts.settings.zone}
      <input name="timezone" defaultValue={zone} list={list} required autoComplete="off" spellCheck={false} />
      <datalist id={list}>
        {zones.map(([name, offset]) => (
          <option key={name} value={name}>
            {offset}
          </option>
        ))}
      </datalist>
      <span className="hint">{texts.settings.zoneHint}</span>
    </label>
  );
}

function MessagesForm() {
  const { me: texts } = useTexts();
  const me = useMe();
  const save = useSave();
  const heading = useId();
  return (
    <form
      key={me.updated_at}
      className="panel form wide"
      aria-labelledby={heading}
      onSubmit={(submit) => {
        submit.preventDefault();
        const data = new FormData(submit.currentTarget);
        save.mutate({ dm_opt_in: data.has('dm_opt_in'), dm_kinds: KINDS.filter((kind) => data.has(kind)) });
      }}
    >
      <h2 id={heading}>{texts.settings.messages}</h2>
      <label className="check">
        <input type="checkbox" name="dm_opt_in" defaultChecked={me.dm_opt_in} />
        {texts.settings.optIn}
      </label>
      <fieldset className="checks">
        <legend>{texts.settings.kindsTitle}</legend>
        {KINDS.map((kind) => (
          <label key={kind} className="check">
            <input type="checkbox" name={kind} defaultChecked={me.dm_kinds.includes(kind)} />
            {texts.settings.kinds[kind]}
          </label>
        ))}
      </fieldset>
      {save.error !== null && <Refusal error={save.error} />}
      <button type="submit" className="button primary" disabled={save.isPending}>
        {texts.settings.save}
      </button>
    </form>
  );
}
