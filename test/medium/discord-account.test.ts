import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextDiscordId, startApp, type TestApp } from '../support/app.js';
import { registeredCommands, wordsOf } from '../support/commands.js';
import { startDiscord, type TestDiscord, type TestGuild } from '../support/discord.js';
import { DiscordPerson, FORM, partsOf, readingOf, shown, type Said } from '../support/discord-person.js';
import { aScene, type Scene } from '../support/scene.js';

let discord: TestDiscord;
let app: TestApp;
let scene: Scene;
let guild: TestGuild;
let people: DiscordPerson[];

beforeAll(async () => {
  discord = await startDiscord({ rateLimits: { enabled: false } });
  app = await startApp({
    run: 'api,bot,worker',
    env: { ...discord.env, PUBLIC_URL: 'https://verselink.example' },
  });
  scene = await aScene(app);
  const staff = await app.user();
  guild = await discord.guild([
    { username: 'camille', locale: 'fr' },
    { username: 'vega', locale: 'en-GB' },
    { id: staff.discord_id, username: 'orion', locale: 'fr' },
  ]);
  await scene.register(guild);
  await scene.admin.put(`/organizations/${scene.orgId}/members/${staff.id}`, { role: 'staff' });
  people = guild.memberIds.map((id) => new DiscordPerson(discord, id, place(guild)));
});
afterAll(async () => {
  await app.close();
  await discord.close();
});

const place = ({ id, channelId }: TestGuild) => ({ guild_id: id, channel_id: channelId });

function person(index: number): DiscordPerson {
  const found = people[index];
  if (found === undefined) throw new Error('nobody');
  return found;
}

describe('/link', () => {
  it.each([
    [0, 'camille', 'Se connecter sur le site'],
    [1, 'vega', 'Sign in on the website'],
  ])('shows the account and where to sign in to it (%i)', async (index, name, label) => {
    const said = await person(index).command('link');
    expect(readingOf(said)).toContain(name);
    const url = partsOf(shown(said).components as never).find((part) => part.label === label)?.url;
    expect(url).toBe('https://verselink.example/api/v1/auth/discord/login');
    expect(readingOf(said).replace(/\*\*\w+\*\*/, 'NAME')).toMatchSnapshot();
  });
});

describe('/help', () => {
  it('shows members what is to come, staff how to make events, and both their own', async () => {
    expect(readingOf(await person(0).command('help'))).toMatchSnapshot('a visitor, nothing planned');
    const forStaff = readingOf(await person(2).command('help'));
    expect(forStaff).toMatchSnapshot('staff, nothing planned');
    const slash = (await registeredCommands(discord)).filter(({ type = 1 }) => type === 1);
    // What staff have done already, may not do, and are doing.
    const others = ['organisation rejoindre', 'réglages', 'aide'];
    const missing = wordsOf(slash, 'fr').filter((words) => !forStaff.includes(`\`/${words}\``));
    expect(missing.sort()).toEqual(others.sort());
    await scene.event({ title: 'Something to join' });
    expect(readingOf(await person(1).command('help'))).toMatchSnapshot('a visitor, something planned');
  });

  it('begins with /setup where nothing is connected, for those who may', async () => {
    const other = await discord.guild([{ username: 'plain', locale: 'en-US' }]);
    const [plain = ''] = other.memberIds;
    const manager = nextDiscordId();
    await other.admit(manager);
    const ask = (id: string): Promise<Said> => new DiscordPerson(discord, id, place(other)).command('help');
    expect(readingOf(await ask(manager))).toContain('/réglages');
    expect(readingOf(await ask(plain))).toContain('not connected to an organization yet');
  });

  it('answers in direct messages too', async () => {
    const { id } = (await (
      await fetch(`${discord.env['DISCORD_API_URL'] ?? ''}/v10/users/@me/channels`, {
        method: 'POST',
        headers: {
          authorization: `Bot ${discord.env['DISCORD_BOT_TOKEN'] ?? ''}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ recipient_id: person(0).id }),
      })
    ).json()) as { id: string };
    const inMessages = new DiscordPerson(discord, person(0).id, { channel_id: id });
    expect(readingOf(await inMessages.command('help'))).toMatchSnapshot();
    expect(readingOf(await inMessages.command('my events'))).toContain('aucun événement');
  });
});

describe('/my data', () => {
  it('gives what is held as a file', async () => {
    const page = await person(1).command('my data');
    expect(readingOf(page)).toMatchSnapshot();
    const said = await person(1).press(page, 'Get my data');
    const [file] = shown(said).attachments ?? [];
    expect(file?.filename).toBe('verselink.json');
    const held: unknown = await (await fetch(file?.url ?? '')).json();
    expect(held).toMatchObject({ profile: { handle: 'vega', discord_id: person(1).id } });
  });

  it('erases the account when its name is written, and not otherwise', async () => {
    const page = await person(0).command('my data');
    const form = await person(0).press(page, 'Effacer mon compte…');
    expect(form.type).toBe(FORM);
    expect(readingOf(await person(0).submit(form, { handle: 'vega' }))).toContain("rien n'est effacé");
    const again = await person(0).press(page, 'Effacer mon compte…');
    expect(readingOf(await person(0).submit(again, { handle: 'Camille' }))).toContain('sont effacés');
    const { UsersRepository } = await import('../../src/features/users/users.repository.js');
    const users = app.verselink.app.get(UsersRepository, { strict: false });
    expect(await users.findByDiscordId(person(0).id)).toBeNull();
  });
});
