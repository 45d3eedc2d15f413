import { expect, it, vi } from 'vitest';
import { localized } from '../../src/discord-gateway/commands/localized.js';
import { refusalText } from '../../src/discord-gateway/refusal-text.js';
import { welcomeText } from '../../src/features/bot-events/rules/welcome.js';
import { planNoticeMessage } from '../../src/features/notifications/rules/plan-notice.js';
import { renderSignupMessage } from '../../src/features/scheduled-events/rules/signup-message.js';
import { describeParticipants } from '../../src/features/scheduled-events/rules/participants.js';
import type * as registered from '../../src/languages/catalogues.js';
import { localeFromDiscord, LOCALES, textsIn } from '../../src/languages/languages.js';
import { anEvent } from '../factories/event.js';
import { aSignupRow } from '../factories/signup-row.js';

/** A third language, registered as any other: by its name in `catalogues`. Each of its texts wears a mark. */
const { MARK, marked } = vi.hoisted(() => {
  const MARK = '§';

  function marked<Text>(text: Text): Text {
    if (typeof text === 'string') return `${text}${MARK}` as Text;
    if (typeof text === 'function') {
      const said = text as unknown as (...given: unknown[]) => unknown;
      return ((...given: unknown[]) => marked(said(...given))) as Text;
    }
    if (Array.isArray(text)) return text.map(marked) as Text;
    return Object.fromEntries(
      Object.entries(text as object).map(([key, value]) => [key, marked(value as unknown)]),
    ) as Text;
  }

  return { MARK, marked };
});

vi.mock('../../src/languages/catalogues.js', async (importOriginal) => {
  const { catalogues } = await importOriginal<typeof registered>();
  return { catalogues: { ...catalogues, de: marked(catalogues.en) } };
});

/** Every text within, without those of the event itself and without the mark's bearers. */
function unmarked(shown: unknown, own: readonly string[]): string[] {
  if (typeof shown === 'string') return isOurs(shown, own) ? [shown] : [];
  return Object.values(shown ?? {}).flatMap((value) => unmarked(value, own));
}

function isOurs(shown: string, own: readonly string[]): boolean {
  const rest = own.reduce((text, part) => text.replaceAll(part, ''), shown);
  return /\p{L}/u.test(rest.replace(/<[^>]*>/g, '')) && !shown.includes(MARK);
}

const german = localeFromDiscord('de');
const event = anEvent({
  state: 'active',
  roles: [{ id: 'role-1', name: 'Pilot', capacity: 2, description: null, emoji: null }],
  max_participants: 3,
});
const signups = [aSignupRow({ role_id: 'role-1' }), aSignupRow(), aSignupRow({ status: 'waitlist' })];

it('is a language of users and servers', () => {
  expect(LOCALES).toContain('de');
  expect(german).toBe('de');
});

it('says everything that the signup message and its list say', () => {
  const own = [
    event.title,
    event.description,
    event.location ?? '',
    'Pilot',
    'role-1',
    'VerseLink',
    'Nova',
    'https',
  ];
  const reader = { locale: german, guild_id: null, user_id: signups[0]?.user_id ?? null };
  const { buttons, menus, ...embed } = renderSignupMessage(event, signups, {
    locale: german,
    guild_id: null,
    organization: null,
    organizer: { discord_id: '1', handle: '42' },
    calendar_url: 'https://1',
  });
  const labels = [
    ...buttons.flat().map(({ label }) => label),
    ...menus.map(({ placeholder }) => placeholder),
  ];
  expect(unmarked([embed, labels, menus.map(({ options }) => options)], own)).toEqual([]);
  expect(unmarked(describeParticipants(event, signups, reader).content.split('\n'), own)).toEqual([]);
});

it('says every refusal, welcome and notice', () => {
  expect(refusalText(null, german)).toBe(`${textsIn('en').refusals.unknown}${MARK}`);
  expect(welcomeText({ locale: german, guild_name: 'G', welcome_message: null }, '42')).toContain(MARK);
  const notice = {
    action: 'plan_upgraded',
    plan: 'max',
    metadata: { old_plan: 'old', reason: 'unpaid' },
  } as const;
  expect(unmarked(planNoticeMessage(notice, german).content.split('\n\n'), [])).toEqual([]);
  expect(unmarked(planNoticeMessage(notice, german).fields, ['old'])).toEqual([]);
});

it('names the commands', () => {
  const { name, nameLocalizations, descriptionLocalizations } = localized('eventList');
  expect(name).toBe('list');
  expect(nameLocalizations).toMatchObject({
    fr: 'liste',
    'en-GB': 'list',
    'en-US': 'list',
    // Who speaks none of ours is answered in French.
    'es-ES': 'liste',
    de: `list${MARK}`,
  });
  expect(descriptionLocalizations).toMatchObject({
    de: `${textsIn('en').commands.eventList.description}${MARK}`,
  });
});
