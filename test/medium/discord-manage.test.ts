import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { startDiscord, type DiscordMessage, type TestDiscord, type TestGuild } from '../support/discord.js';
import { DiscordPerson, FORM, partsOf, readingOf, shown } from '../support/discord-person.js';
import { aScene, mirrorsOf, type EventBody, type Scene } from '../support/scene.js';

const MANAGE_EVENTS = String(1n << 33n);

let discord: TestDiscord;
let app: TestApp;
let scene: Scene;
let guild: TestGuild;
/** Staff, who may manage events on Discord; one French, one English. */
let camille: DiscordPerson;
let vega: DiscordPerson;
/** No staff. */
let orion: DiscordPerson;

beforeAll(async () => {
  discord = await startDiscord({ rateLimits: { enabled: false } });
  app = await startApp({ run: 'api,bot,worker', env: discord.env });
  scene = await aScene(app);
  const [french, english] = [await app.user(), await app.user()];
  guild = await discord.guild(
    [
      { id: french.discord_id, username: 'camille', locale: 'fr', roles: ['Organizers'] },
      { id: english.discord_id, username: 'vega', locale: 'en-US', roles: ['Organizers'] },
      { username: 'orion', locale: 'fr' },
    ],
    { roles: [{ name: 'Organizers', permissions: MANAGE_EVENTS }] },
  );
  await scene.register(guild);
  for (const { id } of [french, english]) {
    await scene.admin.put(`/organizations/${scene.orgId}/members/${id}`, { role: 'staff' });
  }
  const place = { guild_id: guild.id, channel_id: guild.channelId };
  [camille, vega, orion] = guild.memberIds.map((id) => new DiscordPerson(discord, id, place)) as [
    DiscordPerson,
    DiscordPerson,
    DiscordPerson,
  ];
});
afterAll(async () => {
  await app.close();
  await discord.close();
});

async function anEvent(fields: object = {}): Promise<{ event: EventBody; message: DiscordMessage }> {
  const event = await scene.event({ title: 'Convoi vers *Pyro*', ...fields });
  const message = async () => (await mirrorsOf(discord, guild, event.id)).messages[0];
  await expect.poll(message, { timeout: 20_000 }).toBeDefined();
  return { event, message: (await message()) as DiscordMessage };
}

const neutral = (text: string): string => text.replaceAll(/<t:\d+:/g, '<t:0:');

async function stateOf({ id }: EventBody): Promise<EventBody & { cancel_reason: string | null }> {
  return (await scene.admin.get<EventBody & { cancel_reason: string | null }>(`/events/${id}`)).body;
}

describe('the panel of a signup message', () => {
  it.each([
    ['camille', () => camille, 'Gérer', 'Commencer', 'Terminer'],
    ['vega', () => vega, 'Gérer', 'Start', 'Complete'],
  ])(
    'shows %s how the event stands, starts it and completes it',
    async (_name, who, manage, start, complete) => {
      const { event, message } = await anEvent();
      const panel = await who().press(message, manage);
      expect(neutral(readingOf(panel))).toMatchSnapshot('published');
      const started = await who().press(panel, start);
      expect(shown(started).id).toBe(shown(panel).id);
      expect(neutral(readingOf(started))).toMatchSnapshot('active');
      expect(neutral(readingOf(await who().press(started, complete)))).toMatchSnapshot('completed');
      expect((await stateOf(event)).state).toBe('completed');
    },
  );

  it('cancels with a reason that members read', async () => {
    const { event, message } = await anEvent();
    const form = await vega.press(await vega.press(message, 'Gérer'), 'Cancel the event…');
    expect(form.type).toBe(FORM);
    const said = await vega.submit(form, { reason: 'Too few pilots' });
    expect(readingOf(said)).toContain('is cancelled');
    expect(await stateOf(event)).toMatchObject({ state: 'cancelled', cancel_reason: 'Too few pilots' });
    const shownReason = async () =>
      JSON.stringify((await mirrorsOf(discord, guild, event.id)).messages[0]?.embeds);
    await expect.poll(shownReason, { timeout: 20_000 }).toContain('Too few pilots');
    const [closed] = (await mirrorsOf(discord, guild, event.id)).messages;
    expect(partsOf((closed?.components ?? []) as never).map(({ label }) => label)).not.toContain('Gérer');
    // The message that was there before.
    expect(readingOf(await vega.submit(form, { reason: 'Again' }))).toContain('does not allow');
  });

  it('locks the answers, and opens them again', async () => {
    const { event, message } = await anEvent();
    const locked = await vega.press(await vega.press(message, 'Gérer'), 'Lock');
    expect(readingOf(locked)).toContain('🔒 answers locked');
    expect(await stateOf(event)).toMatchObject({ locked: true });
    expect(readingOf(await vega.press(locked, 'Unlock'))).not.toContain('🔒');
    expect(await stateOf(event)).toMatchObject({ locked: false });
  });

  it('switches rules of signing up and offered answers on and off together', async () => {
    const { event, message } = await anEvent();
    const panel = await vega.press(message, 'Gérer');
    const menu = 'Rules of signing up, and answers offered';
    const strict = await vega.press(panel, menu, ['members_only', 'tentative']);
    expect(await stateOf(event)).toMatchObject({
      members_only: true,
      role_required: false,
      answers: ['tentative'],
    });
    await vega.press(strict, menu, []);
    expect(await stateOf(event)).toMatchObject({ members_only: false, answers: [] });
  });

  it('lets an organizer approve and decline those who ask, and note who did not come', async () => {
    const { event, message } = await anEvent({ approval_required: true });
    await orion.press(message, "S'inscrire");
    const ada = await app.user({ handle: 'Ada' });
    await ada.post(`/events/${event.id}/signups`, { notes: 'I bring friends.' });
    const requests = await vega.press(await vega.press(message, 'Gérer'), 'To approve (2)');
    expect(readingOf(requests)).toContain('**Ada** · I bring friends.');
    const decided = await vega.press(requests, 'Approve');
    expect(readingOf(decided)).toContain('is signed up');
    expect(readingOf(await vega.press(decided, 'Decline'))).toContain('Nothing to approve');
    expect(await stateOf(event)).toMatchObject({ confirmed_count: 1, pending_count: 0 });

    const started = await vega.press(await vega.press(message, 'Gérer'), 'Start');
    const person = await vega.press(started, 'Sign up, move or take out somebody', [orion.id]);
    expect(readingOf(await vega.press(person, 'No show'))).toContain('no show');
    expect(await stateOf(event)).toMatchObject({ confirmed_count: 0 });
  });

  it('says when there is no seat to give, and members say that they are there once it runs', async () => {
    const { event, message } = await anEvent({ max_participants: 1 });
    await camille.press(message, "S'inscrire");
    await orion.press(message, "S'inscrire");
    const panel = await vega.press(message, 'Gérer');
    const menu = 'Sign up, move or take out somebody';
    const full = await vega.press(await vega.press(panel, menu, [orion.id]), 'Give a seat');
    expect(readingOf(full)).toContain('is full');
    await scene.admin.patch(`/events/${event.id}`, { max_participants: 2 });
    await scene.admin.post(`/events/${event.id}/start`);
    const running = async () => (await mirrorsOf(discord, guild, event.id)).messages[0] as DiscordMessage;
    const buttons = async () => JSON.stringify((await running()).components);
    await expect.poll(buttons, { timeout: 20_000 }).toContain('Je suis là');
    expect(readingOf(await orion.press(await running(), '📍 Je suis là'))).toContain('est notée');
    expect((await stateOf(event)).confirmed_count).toBe(2);
  });

  it('notes who did not come also once the event is over, from its message', async () => {
    const { event, message } = await anEvent();
    await orion.press(message, "S'inscrire");
    await scene.admin.post(`/events/${event.id}/start`);
    await scene.admin.post(`/events/${event.id}/complete`);
    const closed = async () => (await mirrorsOf(discord, guild, event.id)).messages[0];
    await expect.poll(async () => (await closed())?.embeds[0]?.title).toContain('Terminé');
    const panel = await vega.press((await closed()) as DiscordMessage, 'Gérer');
    const person = await vega.press(panel, 'Note who did not come', [orion.id]);
    const missed = await vega.press(person, 'No show');
    expect(readingOf(missed)).toContain('· no show');
    expect(await stateOf(event)).toMatchObject({ confirmed_count: 0, state: 'completed' });
    const corrected = await vega.press(missed, 'Came after all');
    expect(readingOf(corrected)).toContain('signed up');
    expect(await stateOf(event)).toMatchObject({ confirmed_count: 1 });
    const back = await vega.press(corrected, 'Back to the event');
    const stranger = await vega.press(back, 'Note who did not come', [camille.id]);
    expect(readingOf(stranger)).not.toContain('No show');
  });

  it('completes the names of ships, for members and for organizers, and knows their crews', async () => {
    const ships = [{ name: 'Cutlass of Dreams', crew: 7 }];
    await scene.admin.patch(`/organizations/${scene.orgId}`, { ships });
    const { event, message } = await anEvent();
    expect(await orion.choices('my ship', { event: event.id, ship: 'cutlass' }, 'ship')).toEqual([
      'Cutlass of Dreams',
      ...['Black', 'Blue', 'Red', 'Steel'].map((name) => `Cutlass ${name} · Drake`),
    ]);
    await orion.press(message, "S'inscrire");
    const mine = await orion.command('my ship', { event: event.id, ship: 'Pirate Barge' });
    expect(readingOf(mine)).toContain('Pirate Barge');
    const embeds = async () =>
      JSON.stringify((await mirrorsOf(discord, guild, event.id)).messages[0]?.embeds);
    await expect.poll(embeds, { timeout: 20_000 }).toContain('Pirate Barge · apporté par');
    for (const ship of ['Hull C', 'Cutlass of Dreams']) {
      const added = await vega.command('event add-ship', { event: event.id, ship });
      expect(readingOf(added)).toContain(ship);
    }
    expect(await stateOf(event)).toMatchObject({
      fleet_ships: [
        { ship_model: 'Hull C', required_crew: 4 },
        { ship_model: 'Cutlass of Dreams', required_crew: 7 },
      ],
    });
  });

  it('edits by a form, which changes what it says and nothing else', async () => {
    const roles = [{ name: 'Soins', capacity: 2, emoji: '❤', description: 'Deux kits' }];
    const { event, message } = await anEvent({ roles });
    const form = await camille.press(message, 'Modifier');
    expect(form.type).toBe(FORM);
    const changes = { title: 'Convoi repoussé', roles: '❤ Soins 3\n🛡️ Vortex 4' };
    expect(readingOf(await camille.submit(form, changes))).toContain('est modifié');
    expect(await stateOf(event)).toMatchObject({
      title: 'Convoi repoussé',
      roles: [
        { id: event.roles[0]?.id, name: 'Soins', capacity: 3, emoji: '❤', description: 'Deux kits' },
        { name: 'Vortex', capacity: 4 },
      ],
    });
  });

  it('seats, moves and takes out people', async () => {
    const roles = [
      { name: 'Pilote', capacity: 1 },
      { name: 'Artilleur', capacity: 2 },
    ];
    const { event, message } = await anEvent({ roles });
    const panel = await camille.press(message, 'Gérer');
    const person = await camille.press(panel, 'Inscrire, déplacer ou retirer quelqu’un', [orion.id]);
    expect(readingOf(person)).toMatchSnapshot('not signed up');
    const [pilot, gunner] = event.roles.map(({ id }) => id) as [string, string];
    const seated = await camille.press(person, 'Choisir un rôle', [pilot]);
    expect(readingOf(seated)).toMatchSnapshot('signed up');
    expect(readingOf(await camille.press(seated, 'Choisir un rôle', [gunner]))).toContain('Artilleur');
    expect((await stateOf(event)).roles.map(({ confirmed_count }) => confirmed_count)).toEqual([0, 1]);
    const out = await camille.press(seated, 'Désinscrire');
    expect(readingOf(out)).toContain('pas inscrit');
    expect((await stateOf(event)).confirmed_count).toBe(0);
    expect(readingOf(await camille.press(out, 'Retour à l’événement'))).toContain('⚙️');
  });

  it('tells others in plain words why not, and what they can do', async () => {
    const { message } = await anEvent();
    expect(readingOf(await orion.press(message, 'Gérer'))).toMatchSnapshot();
    expect(readingOf(await orion.press(message, 'Modifier'))).toContain('organisateurs');
    const hidden = await anEvent({ visibility: 'private' });
    expect(readingOf(await orion.press(hidden.message, 'Gérer'))).toContain('organisateurs');
  });
});

describe('the menus of members and messages', () => {
  it('sign a member up for an event that is chosen', async () => {
    const { event } = await anEvent({ title: 'Choose me now' });
    const choice = await vega.menu(2, 'Sign this member up', orion.id);
    const menu = partsOf(shown(choice).components as never).find(({ options }) => options !== undefined);
    const value = menu?.options?.find(({ label }) => label.startsWith('Choose me now'))?.value ?? '';
    expect(value).toBe(event.id);
    const person = await vega.press(choice, 'Choose an event', [value]);
    expect(readingOf(person)).toContain('not signed up');
    expect(readingOf(await vega.press(person, 'Sign up'))).toContain('is signed up');
    expect((await stateOf(event)).confirmed_count).toBe(1);
  });

  it('are hidden from those who manage no events, and refused to those who are no staff', async () => {
    await expect(orion.menu(2, 'Sign this member up', vega.id)).rejects.toThrow('50013');
    await discord.control('PUT', `/guilds/${guild.id}/members/${orion.id}`, {
      username: 'orion',
      roles: ['Organizers'],
    });
    const { content } = shown(await orion.menu(2, 'Sign this member up', vega.id));
    await discord.control('PUT', `/guilds/${guild.id}/members/${orion.id}`, { username: 'orion', roles: [] });
    expect(content).toContain('réservé');
  });

  it('make an event of a message', async () => {
    const { id } = await discord.control<{ id: string }>('POST', '/messages', {
      channel_id: guild.channelId,
      user_id: orion.id,
      content:
        '# 🚀 Grande course de *Yela*\nDate : demain 20h30\nOn se retrouve à GrimHEX, casques obligatoires.',
    });
    const form = await camille.menu(3, 'Make an event of this message', id);
    expect(form.type).toBe(FORM);
    const filled = partsOf(form.data?.components ?? []).flatMap(({ custom_id, value }) =>
      custom_id === undefined ? [] : [[custom_id, value]],
    );
    expect(Object.fromEntries(filled)).toMatchObject({
      title: 'Grande course de Yela',
      when: 'demain 20h30',
    });
    const draft = await camille.submit(form, {});
    expect(readingOf(draft)).toContain('Grande course de Yela');
    expect(readingOf(draft)).toContain('casques obligatoires');
    expect(readingOf(await camille.press(draft, 'Publier'))).toContain('est publié');
  });
});

describe('what organizers name', () => {
  it('is never guessed: words that fit several events are asked about, a whole title is enough', async () => {
    const { event } = await anEvent({ title: 'Tri de minerai' });
    await scene.event({ title: 'Tri de minerai, bis' });
    const unclear = await camille.command('event cancel', { event: 'tri de', reason: 'Trop tard' });
    expect(readingOf(unclear)).toContain('Plusieurs noms');
    expect(readingOf(await orion.command('event edit', { event: 'Tri de minerai' }))).toContain('réservé');
    const form = await camille.command('event edit', { event: 'TRI DE MINERAI' });
    expect(form.type).toBe(FORM);
    expect(readingOf(await camille.submit(form, { title: 'Tri terminé' }))).toContain('est modifié');
    expect(await stateOf(event)).toMatchObject({ title: 'Tri terminé', state: 'published' });
  });

  it('is told to be wrong by what is wrong with it', async () => {
    const roles = [{ name: 'Pilote', capacity: 1 }];
    const { event } = await anEvent({ title: 'Faux pas', roles });
    const say = async (words: string, given: Record<string, string>): Promise<string> =>
      readingOf(await camille.command(words, given));
    const twins = { title: 'Deux fois', when: 'demain 20h', roles: 'Escorte 2, escorte 3' };
    expect(await say('event create', twins)).toContain('se lisent de même');
    const someone = { event: event.id, member: orion.id };
    expect(await say('event move', { ...someone, role: 'Cuisinier' })).toContain("n'existe pas");
    expect(await say('event remove', someone)).toContain("n'est pas inscrit");
    expect(await say('event add', { ...someone, role: 'Pilote' })).toContain('est inscrit');
  });
});

it('/event participants brings the roster as a table for those who organize, and for no one else', async () => {
  const { event } = await anEvent({ title: 'With a table' });
  await orion.press((await mirrorsOf(discord, guild, event.id)).messages[0] as DiscordMessage, "S'inscrire");
  const [file] = shown(await vega.command('event participants', { event: event.id })).attachments ?? [];
  expect(file?.filename).toMatch(/^with-a-table.*\.csv$/);
  const table = await (await fetch(file?.url ?? '')).text();
  expect(table).toContain('Name,Discord,Role,Status');
  expect(table).toContain('orion');
  expect(shown(await orion.command('event participants', { event: event.id })).attachments ?? []).toEqual([]);
});

/** What changes from run to run: ids, times, and names that the tests make up. */
const steady = (text: string): string =>
  neutral(text)
    .replaceAll(/\d{17,20}/g, 'ID')
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'UUID')
    .replaceAll(/\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}([\s\u202f][AP]M)?/g, 'DATE')
    .replaceAll(/(Squadron|Organizer|rigel)[ -]\d+/g, '$1');

it.each(['fr', 'en-US'])('every command answers in words, in %s', async (locale) => {
  const own = await aScene(app);
  const staff = await app.user({ handle: 'lyra' });
  const here = await discord.guild([
    { id: staff.discord_id, username: 'lyra', locale },
    { username: 'rigel', locale },
  ]);
  await own.register(here);
  await own.admin.put(`/organizations/${own.orgId}/members/${staff.id}`, { role: 'staff' });
  const place = { guild_id: here.id, channel_id: here.channelId };
  const [lyra, rigel] = here.memberIds.map((id) => new DiscordPerson(discord, id, place)) as [
    DiscordPerson,
    DiscordPerson,
  ];
  const roles = [{ name: 'Pilot', capacity: 2 }];
  const { id } = await own.event({ title: 'Long haul', roles });
  const other = await own.event({ title: 'Called off' });
  const read: string[] = [];
  const say = async (
    who: DiscordPerson,
    words: string,
    given: Record<string, string> = {},
  ): Promise<void> => {
    read.push(`> /${words}`, steady(readingOf(await who.command(words, given))));
  };
  const date = '24/12/2041 20:30';

  await say(lyra, 'help');
  await say(rigel, 'event list');
  await say(rigel, 'event show', { event: id });
  await say(lyra, 'event add', { event: id, member: rigel.id });
  await say(lyra, 'event move', { event: id, member: rigel.id, role: 'Pilot' });
  await say(rigel, 'event participants', { event: id });
  await say(rigel, 'my events');
  await say(lyra, 'event remove', { event: id, member: rigel.id });
  await say(lyra, 'event edit', { event: id, title: 'Longer haul' });
  await say(lyra, 'event save-template', { event: id, name: 'Hauls' });
  await say(lyra, 'event from-template', { template: 'Hauls', when: date });
  await say(lyra, 'event delete-template', { template: 'Hauls' });
  await say(lyra, 'event duplicate', { event: id, when: date });
  await say(lyra, 'event create', { title: 'Something new', when: date, duration: '1h30', roles: 'Medic 2' });
  await say(lyra, 'event create', { title: 'Nothing', when: 'sometime', duration: 'long', roles: 'all' });
  await say(lyra, 'event delete', { event: 'Something new' });
  await say(lyra, 'event adopt', { event: 'Nobody made it' });
  await say(lyra, 'event start', { event: id });
  await say(lyra, 'event complete', { event: id });
  await say(lyra, 'event cancel', { event: other.id, reason: 'Too few' });
  await say(rigel, 'event cancel', { event: other.id, reason: 'Not mine' });
  await say(rigel, 'organization join');
  await say(lyra, 'organization requests');
  await say(rigel, 'my timezone', { timezone: 'Europe/Berlin' });
  await say(rigel, 'my timezone', { timezone: 'Mars/Olympus' });
  await say(rigel, 'my language', { language: locale.slice(0, 2) });
  await say(rigel, 'my data');
  await say(rigel, 'link');
  await say(rigel, 'premium');
  expect(read.join('\n')).toMatchSnapshot();
});
