import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { openDatabases } from '../support/databases.js';
import { startDiscord, type TestDiscord, type TestGuild } from '../support/discord.js';
import { DiscordPerson, partsOf, readingOf, shown, type Said } from '../support/discord-person.js';
import { aScene, mirrorsOf, type EventBody, type Scene } from '../support/scene.js';

let discord: TestDiscord;
let databases: Awaited<ReturnType<typeof openDatabases>>;
let app: TestApp;
let scene: Scene;
let guild: TestGuild;
let camille: DiscordPerson;

const start = (): Promise<TestApp> => startApp({ run: 'api,bot,worker', env: discord.env, databases });

beforeAll(async () => {
  discord = await startDiscord({ rateLimits: { enabled: false } });
  databases = await openDatabases();
  app = await start();
  scene = await aScene(app);
  const staff = await app.user();
  guild = await discord.guild([{ id: staff.discord_id, username: 'camille', locale: 'fr' }]);
  await scene.register(guild);
  await scene.admin.put(`/organizations/${scene.orgId}/members/${staff.id}`, { role: 'staff' });
  camille = new DiscordPerson(discord, staff.discord_id, { guild_id: guild.id, channel_id: guild.channelId });
});
afterAll(async () => {
  await app.close();
  await databases.drop();
  await discord.close();
});

it('an event is cancelled with a reason alone', async () => {
  const { id } = await scene.event();
  const messages = async () => (await mirrorsOf(discord, guild, id)).messages;
  await expect.poll(messages, { timeout: 20_000 }).toHaveLength(1);
  await expect(camille.command('event cancel', { event: id })).rejects.toThrow('BASE_TYPE_REQUIRED');
  expect(
    readingOf(await camille.command('event cancel', { event: id, reason: 'Trop peu de pilotes' })),
  ).toContain('est annulé');
  const reason = async () => JSON.stringify(await messages());
  await expect.poll(reason, { timeout: 20_000 }).toContain('Trop peu de pilotes');
});

const DRAFT = {
  title: 'Convoi vers Pyro',
  when: 'demain 20h30',
  roles: '🛡️ Escorte 4, ⛏️ Mineur 6',
  place: 'Ruin Station',
  picture: 'https://example.org/pyro.png',
};

describe('a draft', () => {
  let first: Said;

  it('is shown exactly as members will see it', async () => {
    first = await camille.command('event create', DRAFT);
    const published = await camille.command('event create', { ...DRAFT, title: 'Convoi vers Stanton' });
    const { embeds } = shown(published);
    expect(embeds).toMatchObject([{ image: { url: 'https://example.org/pyro.png' } }]);
    await camille.press(published, 'Publier');
    const { body } = await scene.admin.get<{ items: (EventBody & { title: string })[] }>(
      `/events?org_id=${scene.orgId}`,
    );
    const { id = '' } = body.items.find(({ title }) => title === 'Convoi vers Stanton') ?? {};
    const posted = async () => (await mirrorsOf(discord, guild, id)).messages[0]?.embeds;
    await expect.poll(posted, { timeout: 20_000 }).toEqual(embeds);
  });

  it('survives a restart, is offered again, and its old buttons work', async () => {
    await app.stop();
    app = await start();
    const health = async () =>
      ((await (await fetch(`${app.url}/api/v1/discord/health`)).json()) as { status: string }).status;
    await expect.poll(health, { timeout: 20_000 }).toBe('healthy');
    const another = await camille.command('event create', { title: 'Un tout autre', when: 'demain 21h' });
    const menu = partsOf(shown(another).components as never).find(({ options }) => options !== undefined);
    expect(menu?.options?.map(({ label }) => label.split(' · ')[0])).toEqual(['Convoi vers Pyro']);
    const resumed = await camille.press(another, 'Reprendre un autre brouillon', [
      menu?.options?.[0]?.value ?? '',
    ]);
    expect(shown(resumed).embeds).toEqual(shown(first).embeds);
    expect(readingOf(resumed)).toContain('[Reprendre un autre brouillon | Un tout autre');
    expect(readingOf(await camille.press(first, 'Publier'))).toContain('est publié');
  });

  it('needs a picture with an address', async () => {
    const said = await camille.command('event create', { ...DRAFT, picture: 'pyro.png' });
    expect(readingOf(said)).toContain('L’image se donne par son adresse');
  });
});

it('buttons of every version that was ever sent are answered', async () => {
  const { id: messageId } = await oldMessage([
    'vl0/signup/0190',
    'vl1/signup/01980000-0000-7000-8000-000000000000/0',
    'vl1/organize/publish/01980000-0000-7000-8000-000000000000/form',
    'vo1/accept/01980000-0000-7000-8000-000000000000',
    'somebody-elses',
  ]);
  for (const customId of ['vl0/signup/0190', 'somebody-elses']) {
    expect(readingOf(await click(messageId, customId))).toContain('ne fonctionne plus');
  }
  for (const customId of [
    'vl1/signup/01980000-0000-7000-8000-000000000000/0',
    'vl1/organize/publish/01980000-0000-7000-8000-000000000000/form',
    'vo1/accept/01980000-0000-7000-8000-000000000000',
  ]) {
    expect(readingOf(await click(messageId, customId))).toContain("n'existe plus");
  }
});

/** A message that the bot sent once, with these buttons. */
async function oldMessage(customIds: readonly string[]): Promise<{ id: string }> {
  const buttons = customIds.map((customId, index) => ({
    type: 2,
    style: 1,
    label: `b${index}`,
    custom_id: customId,
  }));
  const answer = await fetch(
    `${discord.env['DISCORD_API_URL'] ?? ''}/v10/channels/${guild.channelId}/messages`,
    {
      method: 'POST',
      headers: {
        authorization: `Bot ${discord.env['DISCORD_BOT_TOKEN'] ?? ''}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ content: 'old', components: [{ type: 1, components: buttons }] }),
    },
  );
  return (await answer.json()) as { id: string };
}

function click(messageId: string, customId: string): Promise<Said> {
  const body = { message_id: messageId, custom_id: customId, user_id: camille.id };
  return discord.control('POST', '/interactions/component', body);
}
