import Stripe from 'stripe';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { nextDiscordId, startApp, type TestApp, type TestUser } from '../support/app.js';
import { openDatabases } from '../support/databases.js';
import { startDiscord, type DiscordGuild, type TestDiscord } from '../support/discord.js';
import { eventually } from '../support/eventually.js';
import { aScene } from '../support/scene.js';

const STRIPE_SECRET = 'whsec_test_secret_of_this_test_only';

let discord: TestDiscord;
let databases: Awaited<ReturnType<typeof openDatabases>>;
let bot: TestApp | undefined;
let backend: TestApp;
let siteAdmin: TestUser;
let guildId: string;
const basic = nextDiscordId();
const max = nextDiscordId();
const nova = nextDiscordId();

const botEnv = () => ({ ...discord.env, MAIN_GUILD_ID: guildId });

/** Starts the bot on the port that the backend knows. */
async function startBot(port = '0'): Promise<TestApp> {
  return startApp({ run: 'bot', databases, env: { ...botEnv(), INTERNAL_PORT: port } });
}

beforeAll(async () => {
  discord = await startDiscord({ rateLimits: { enabled: false } });
  databases = await openDatabases();
  guildId = nextDiscordId();
  const guild = await discord.guild([{ id: nova, username: 'nova', locale: 'fr' }], {
    id: guildId,
    roles: [
      { id: basic, name: 'Basic' },
      { id: max, name: 'Max' },
    ],
  });
  bot = await startBot();
  backend = await startApp({
    run: 'api,worker',
    databases,
    env: { ...botEnv(), BOT_INTERNAL_URL: bot.internalUrl, STRIPE_WEBHOOK_SECRET: STRIPE_SECRET },
  });
  siteAdmin = await backend.user({ site_admin: true });
  const scene = await aScene(backend);
  await scene.register(guild);
  for (const [plan, role] of [
    ['moddy_basic', basic],
    ['moddy_max', max],
  ]) {
    const mapped = await scene.admin.post('/discord/role-mappings', {
      guild_id: guildId,
      discord_role_id: role,
      verselink_role_type: 'plan',
      verselink_entity_id: plan,
    });
    expect(mapped.status).toBe(201);
  }
});

afterEach(() => discord.control('DELETE', '/faults'));

afterAll(async () => {
  await backend.close();
  await bot?.close();
  await databases.drop();
  await discord.close();
});

const change = (body: object) =>
  siteAdmin.post<{ id: string }>('/plans/changes', { discord_id: nova, ...body });

const rolesOfNova = async (): Promise<readonly string[]> => {
  const { members } = await discord.control<DiscordGuild>('GET', `/guilds/${guildId}`);
  const member = members.find(({ user }) => user.id === nova) as
    { readonly roles?: readonly string[] } | undefined;
  return member?.roles ?? [];
};

const messages = async (): Promise<string[]> =>
  (await discord.control<{ content: string }[]>('GET', `/users/${nova}/dms`)).map(({ content }) => content);

describe('a change of plan', () => {
  it('gives the plan’s roles, then tells the member; told twice, it is carried out once', async () => {
    const body = { action: 'subscription_created', plan: 'moddy_basic', external_id: 'order-1' };
    const [first, second] = [await change(body), await change(body)];
    expect([first.status, second.status]).toEqual([202, 202]);
    expect(second.body.id).toBe(first.body.id);
    await eventually(async () => {
      expect(await messages()).toHaveLength(1);
      expect(await rolesOfNova()).toEqual([basic]);
    });
    expect((await messages())[0]).toContain('Votre abonnement moddy_basic a été activé');
  });

  it('survives a bot that is down, in order and once', async () => {
    const before = (await messages()).length;
    const { port } = new URL(bot?.internalUrl ?? '');
    await bot?.stop();
    await change({ action: 'plan_upgraded', plan: 'moddy_max' });
    await change({ action: 'plan_downgraded', plan: 'moddy_basic' });
    await change({ action: 'plan_upgraded', plan: 'moddy_max', metadata: { old_plan: 'moddy_basic' } });
    await eventually(async () => {
      const { body } = await siteAdmin.get<{ error_message: string | null }[]>(
        '/discord/jobs?type=manage_roles&limit=5',
      );
      expect(body.some(({ error_message }) => error_message !== null)).toBe(true);
    });
    expect(await messages()).toHaveLength(before);

    bot = await startBot(port);
    await eventually(async () => {
      expect((await messages()).slice(before).map((text) => text.split('\n')[0])).toEqual([
        '⬆️ Votre plan a été amélioré vers moddy_max !',
        '⬇️ Votre plan a été changé vers moddy_basic.',
        '⬆️ Votre plan a été amélioré vers moddy_max !',
      ]);
    }, 60_000);
    expect(await rolesOfNova()).toEqual([max]);
  }, 120_000);

  it('is for site admins alone, and refuses what is not one', async () => {
    const stranger = await backend.user();
    expect((await stranger.post('/plans/changes', {})).status).toBe(403);
    expect((await change({ action: 'dance' })).status).toBe(422);
    expect((await change({ action: 'plan_upgraded', plan: { $gt: '' } })).status).toBe(422);
  });
});

describe('POST /payments/webhook', () => {
  const stripe = new Stripe('sk_not_used');
  const send = (payload: string, signature: string) =>
    backend.anyone.raw('POST', '/payments/webhook', {
      body: payload,
      headers: { 'content-type': 'application/json', 'stripe-signature': signature },
    });
  const event = (id: string) =>
    JSON.stringify({
      id,
      object: 'event',
      type: 'customer.subscription.deleted',
      data: {
        object: { id: 'sub_1', object: 'subscription', metadata: { discord_id: nova }, items: { data: [] } },
      },
    });

  it('takes in what Stripe signed, once', async () => {
    const before = (await messages()).length;
    const payload = event('evt_1');
    for (let time = 0; time < 2; time++) {
      const header = stripe.webhooks.generateTestHeaderString({ payload, secret: STRIPE_SECRET });
      expect(await send(payload, header)).toMatchObject({ status: 200, body: { received: true } });
    }
    await eventually(async () => {
      expect((await messages()).slice(before)).toEqual([expect.stringContaining('a été annulé')]);
      expect(await rolesOfNova()).toEqual([]);
    }, 30_000);
  }, 60_000);

  it('refuses a wrong, an old and a missing signature', async () => {
    const payload = event('evt_2');
    const wrong = stripe.webhooks.generateTestHeaderString({
      payload,
      secret: 'whsec_another_secret_entirely',
    });
    const old = stripe.webhooks.generateTestHeaderString({
      payload,
      secret: STRIPE_SECRET,
      timestamp: 1_000_000_000,
    });
    for (const signature of [wrong, old, '', 't=1,v1=00']) {
      expect((await send(payload, signature)).status).toBe(401);
    }
    const tampered = payload.replace(nova, nextDiscordId());
    const header = stripe.webhooks.generateTestHeaderString({ payload, secret: STRIPE_SECRET });
    expect((await send(tampered, header)).status).toBe(401);
  });
});
