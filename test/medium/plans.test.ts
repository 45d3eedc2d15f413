import { Logger } from '@nestjs/common';
import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { PLAN_CHANGE_MODEL, type PlanChangeDocument } from '../../src/features/plans/plan-changes.schema.js';
import {
  SUBSCRIPTION_MODEL,
  type SubscriptionDocument,
} from '../../src/features/plans/subscriptions.schema.js';
import { INTERNAL_SECRET, nextDiscordId, startApp, type TestApp, type TestUser } from '../support/app.js';
import { Client } from '../support/client.js';
import { openDatabases } from '../support/databases.js';
import { startDiscord, type DiscordGuild, type TestDiscord } from '../support/discord.js';
import { eventually } from '../support/eventually.js';
import { aScene } from '../support/scene.js';
import { deliver, STRIPE_SECRET } from '../support/stripe.js';

const NOT_HEALTHY = '⚠️ Bot is not healthy, notification may fail';

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

afterEach(async () => {
  vi.restoreAllMocks();
  await discord.control('DELETE', '/faults');
});

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

  it('is logged on both sides, and without a warning while the bot is well', async () => {
    const [log, warn] = [vi.spyOn(Logger.prototype, 'log'), vi.spyOn(Logger.prototype, 'warn')];
    const before = (await messages()).length;
    const health = () => new Client(bot?.internalUrl ?? '', INTERNAL_SECRET).get('/internal/health');
    await expect.poll(health, { timeout: 20_000 }).toMatchObject({ body: { status: 'healthy' } });
    await change({ action: 'plan_upgraded', plan: 'moddy_max' });
    // Roles go by the plan that holds when it is their turn: one that is replaced at once gives none.
    await expect.poll(messages).toHaveLength(before + 1);
    await change({ action: 'plan_downgraded', plan: 'moddy_basic' });
    await expect.poll(messages, { timeout: 20_000 }).toHaveLength(before + 2);
    const lines = log.mock.calls.flat().filter((part) => typeof part === 'string');
    for (const line of [
      `📝 Mise à jour des rôles pour discord_id=${nova}, plan=moddy_max`,
      '✅ Added role Max to nova',
      `📩 Notification reçue pour discord_id=${nova}, action=plan_upgraded`,
      `✅ Notification envoyée à nova (${nova})`,
      `✅ Roles updated for discord_id=${nova}`,
      `✅ Bot notified for discord_id=${nova}`,
    ]) {
      expect(lines).toContain(line);
    }
    expect(warn.mock.calls.map(([text]): unknown => text)).not.toContain(NOT_HEALTHY);
  });

  it('survives a bot that is down, in order and once', async () => {
    const before = (await messages()).length;
    const warn = vi.spyOn(Logger.prototype, 'warn');
    const warnings = () => warn.mock.calls.filter(([text]) => text === NOT_HEALTHY);
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
    expect(warnings()).not.toHaveLength(0);

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
  const PRICES = { moddy_basic: 500, moddy_max: 900 } as const;
  let events = 0;

  /** An event about a subscription of Nova's, made by Stripe in this second of the story. */
  const event = (subscription: string, kind: string, second: number, fields: object = {}) =>
    JSON.stringify({
      id: `evt_${(events += 1)}`,
      object: 'event',
      type: `customer.subscription.${kind}`,
      created: 1_767_787_200 + second,
      data: {
        object: {
          id: subscription,
          object: 'subscription',
          status: 'active',
          metadata: { discord_id: nova },
          items: itemsOf('moddy_basic'),
          ...fields,
        },
      },
    });
  const itemsOf = (plan: keyof typeof PRICES) => ({
    data: [{ price: { id: `price_${plan}`, lookup_key: plan, unit_amount: PRICES[plan] } }],
  });
  const tell = async (...payloads: readonly string[]) => {
    for (const payload of payloads)
      expect(await deliver(backend.anyone, payload)).toMatchObject({ status: 200, body: { received: true } });
  };

  /** What Nova is told from now on: the first lines of new messages. */
  async function listen() {
    const before = (await messages()).length;
    return async () => (await messages()).slice(before).map((text) => text.split('\n')[0]);
  }
  /** Waits until every change of plan is carried out: only then is what was not said known. */
  const settled = () =>
    eventually(async () => {
      const changes = backend.verselink.app.get<Model<PlanChangeDocument>>(getModelToken(PLAN_CHANGE_MODEL), {
        strict: false,
      });
      expect(await changes.countDocuments({ unfinished: true })).toBe(0);
    }, 60_000);
  // What the admin gave counts as one of Nova's subscriptions; here only Stripe's do.
  beforeAll(async () => {
    await change({ action: 'subscription_cancelled' });
    await settled();
  });
  const ACTIVATED = '🎉 Votre abonnement moddy_basic a été activé avec succès !';
  const CANCELLED = '❌ Votre abonnement a été annulé.';

  it('takes in what Stripe signed, once', async () => {
    const told = await listen();
    const created = event('sub_1', 'created', 0);
    const deleted = event('sub_1', 'deleted', 1, { status: 'canceled' });
    await tell(created, created, deleted, deleted);
    await settled();
    expect(await told()).toEqual([ACTIVATED, CANCELLED]);
    expect(await rolesOfNova()).toEqual([]);
  }, 60_000);

  it('gives nothing for a subscription that was never paid, and says nothing', async () => {
    const told = await listen();
    await tell(
      event('sub_2', 'created', 0, { status: 'incomplete' }),
      event('sub_2', 'updated', 1, { status: 'incomplete_expired' }),
      event('sub_2', 'updated', 2, { status: 'active' }),
      // Of another one, which is paid at last: only this is told.
      event('sub_3', 'created', 0, { status: 'incomplete' }),
      event('sub_3', 'updated', 9, { status: 'active' }),
    );
    await settled();
    expect(await told()).toEqual([ACTIVATED]);
    expect(await rolesOfNova()).toEqual([basic]);
  }, 60_000);

  it('keeps the plan while a payment is late, takes it when it is given up', async () => {
    const told = await listen();
    await tell(event('sub_3', 'updated', 20, { status: 'past_due' }));
    await tell(event('sub_3', 'updated', 30, { status: 'unpaid' }));
    await settled();
    expect(await told()).toEqual([CANCELLED]);
    expect(await rolesOfNova()).toEqual([]);
  }, 60_000);

  it('goes by the time of events, not by their arrival, and by nothing after the end', async () => {
    const told = await listen();
    await tell(
      event('sub_4', 'updated', 10, { items: itemsOf('moddy_max') }),
      event('sub_4', 'created', 0),
      event('sub_4', 'deleted', 20, { status: 'canceled' }),
      event('sub_4', 'updated', 15),
      event('sub_4', 'updated', 30),
    );
    await settled();
    expect(await told()).toEqual(['🎉 Votre abonnement moddy_max a été activé avec succès !', CANCELLED]);
    expect(await rolesOfNova()).toEqual([]);
  }, 60_000);

  it('ends with the newest of events that arrive at once', async () => {
    const told = await listen();
    const plans = ['moddy_basic', 'moddy_max'] as const;
    const updates = Array.from({ length: 8 }, (_, n) =>
      event('sub_5', 'updated', n + 1, { items: itemsOf(plans[n % 2] ?? 'moddy_basic') }),
    );
    await Promise.all([event('sub_5', 'created', 0), ...updates.reverse()].map((payload) => tell(payload)));
    await tell(event('sub_5', 'deleted', 20, { status: 'canceled' }));
    await settled();
    const lines = await told();
    expect(lines.at(-1)).toBe(CANCELLED);
    expect(lines.at(-2)).toContain('moddy_max');
    expect(await rolesOfNova()).toEqual([]);
  }, 90_000);

  it('finishes what a crash left half done', async () => {
    const told = await listen();
    await tell(event('sub_6', 'created', 0, { status: 'incomplete' }));
    // As the process leaves it that dies after it kept the payment.
    const model = backend.verselink.app.get<Model<SubscriptionDocument>>(getModelToken(SUBSCRIPTION_MODEL), {
      strict: false,
    });
    const paid = { event_id: 'evt_lost', kind: 'paid', told_at: new Date(1_767_787_205_000) } as const;
    const written = await model.updateOne(
      { source_id: 'sub_6' },
      { $push: { tellings: paid }, $set: { due_for: [nova] } },
    );
    expect(written.modifiedCount).toBe(1);
    await eventually(async () => {
      expect(await told()).toEqual([ACTIVATED]);
    }, 40_000);
    expect(await model.findOne({ source_id: 'sub_6' }).lean()).toMatchObject({ due_for: [] });
  }, 60_000);
});
