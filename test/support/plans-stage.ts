import { createServer } from 'node:net';
import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { expect } from 'vitest';
import { PLAN_CHANGE_MODEL, type PlanChangeDocument } from '../../src/features/plans/plan-changes.schema.js';
import { INTERNAL_SECRET, nextDiscordId, startApp, type TestApp, type TestUser } from './app.js';
import { Client } from './client.js';
import { openDatabases, type TestDatabases } from './databases.js';
import { startDiscord, type TestDiscord, type TestGuild } from './discord.js';
import { aScene } from './scene.js';
import { aPrice, deliver, itemsOf, STRIPE_SECRET, stripeEvent } from './stripe.js';

/** What members are told, in its first line. */
export const TOLD = {
  activated: (plan: string) => `🎉 Votre abonnement ${plan} a été activé avec succès !`,
  upgraded: (plan: string) => `⬆️ Votre plan a été amélioré vers ${plan} !`,
  downgraded: (plan: string) => `⬇️ Votre plan a été changé vers ${plan}.`,
  updated: (plan: string) => `🔄 Votre abonnement ${plan} a été mis à jour.`,
  cancelled: '❌ Votre abonnement a été annulé.',
} as const;

/** Roles of the main server, for the plans `basic` and `max`, of which the second is better. */
export const ROLES = { basic: nextDiscordId(), max: nextDiscordId() } as const;
export const PRICES = { basic: aPrice('basic', 500), max: aPrice('max', 900) } as const;

/** One process that does everything, on a main server whose roles stand for plans. */
export interface PlansStage {
  readonly app: TestApp;
  readonly discord: TestDiscord;
  readonly databases: TestDatabases;
  /** What another process of the same stage needs besides its databases. */
  readonly env: Readonly<Record<string, string>>;
  readonly guild: TestGuild;
  readonly siteAdmin: TestUser;
  /** Somebody new, on the main server and with an account, and what they pay for. */
  payer(): Promise<Payer>;
  /** Delivers an event of Stripe's, made in this second of the story. */
  tell(type: string, second: number, object: object): Promise<void>;
  /** Waits until every change of plan so far is carried out. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

let payers = 0;

/** Somebody who pays. Subscriptions are theirs by their metadata, unless `fields` says otherwise, and cost `basic`. */
export class Payer {
  private readonly number = (payers += 1);
  readonly customer = `cus_${String(this.number)}`;

  constructor(
    private readonly stage: Pick<PlansStage, 'app' | 'discord' | 'guild' | 'tell'>,
    readonly user: TestUser,
  ) {}

  /** An id of Stripe's that is theirs alone, for example `sub_3_one`. */
  id(kind = 'sub', name = 'one'): string {
    return `${kind}_${String(this.number)}_${name}`;
  }

  created = (second: number, fields: object = {}, name?: string) =>
    this.says('created', second, fields, name);
  updated = (second: number, fields: object = {}, name?: string) =>
    this.says('updated', second, fields, name);
  deleted = (second: number, fields: object = {}, name?: string) =>
    this.says('deleted', second, { status: 'canceled', ...fields }, name);

  /** What Stripe says of a subscription of theirs: `customer.subscription.{kind}`. */
  async says(kind: string, second: number, fields: object, name?: string): Promise<void> {
    await this.stage.tell(`customer.subscription.${kind}`, second, {
      id: this.id('sub', name),
      object: 'subscription',
      customer: this.customer,
      status: 'active',
      metadata: { discord_id: this.user.discord_id },
      items: itemsOf(PRICES.basic),
      ...fields,
    });
  }

  /** Says to the backend what happened to them on the main server. */
  async report(type: string): Promise<void> {
    const answer = await new Client(this.stage.app.url, INTERNAL_SECRET).post('/internal/event/notify', {
      event_type: type,
      discord_id: this.user.discord_id,
      metadata: { guild_id: this.stage.guild.id },
    });
    expect(answer.status).toBe(200);
  }

  async messages(): Promise<string[]> {
    const path = `/users/${this.user.discord_id}/dms`;
    return (await this.stage.discord.control<{ content: string }[]>('GET', path)).map(
      ({ content }) => content,
    );
  }

  async firstLines(): Promise<(string | undefined)[]> {
    return (await this.messages()).map((content) => content.split('\n')[0]);
  }

  async roles(): Promise<string[]> {
    const { members } = await this.stage.discord.read(this.stage.guild.id);
    const member = members.find(({ user }) => user.id === this.user.discord_id) as
      { roles?: string[] } | undefined;
    return [...(member?.roles ?? [])].sort();
  }

  hasRoles = (...roles: string[]) =>
    expect.poll(() => this.roles(), { timeout: 20_000 }).toEqual([...roles].sort());

  isTold = (...lines: string[]) => expect.poll(() => this.firstLines(), { timeout: 20_000 }).toEqual(lines);
}

export async function aPlansStage(
  run = 'api,bot,worker',
  variables: Readonly<Record<string, string>> = {},
): Promise<PlansStage> {
  const discord = await startDiscord({ rateLimits: { enabled: false } });
  const databases = await openDatabases();
  const id = nextDiscordId();
  const ours = {
    MAIN_GUILD_ID: id,
    STRIPE_WEBHOOK_SECRET: STRIPE_SECRET,
    ...(await freePorts()),
    ...variables,
  };
  const env = { ...discord.env, ...ours };
  const app = await startApp({ run, databases, env });
  const roles = Object.entries(ROLES).map(([name, roleId]) => ({ id: roleId, name }));
  const guild = await discord.guild([], { id, roles });
  const scene = await aScene(app);
  await scene.register(guild);
  for (const [plan, role] of Object.entries(ROLES)) {
    const mapped = await scene.admin.post('/discord/role-mappings', {
      guild_id: id,
      discord_role_id: role,
      verselink_role_type: 'plan',
      verselink_entity_id: plan,
    });
    expect(mapped.status).toBe(201);
  }
  const tell = async (type: string, second: number, object: object): Promise<void> => {
    const answer = await deliver(app.anyone, stripeEvent(type, second, object));
    expect(answer).toMatchObject({ status: 200, body: { received: true } });
  };
  return {
    app,
    discord,
    databases,
    env,
    guild,
    siteAdmin: await app.user({ site_admin: true }),
    tell,
    payer: async () => {
      const user = await app.user({ handle: 'Nova' });
      await guild.admit(user.discord_id, []);
      return new Payer({ app, discord, guild, tell }, user);
    },
    settled: async () => {
      const changes = app.verselink.app.get<Model<PlanChangeDocument>>(getModelToken(PLAN_CHANGE_MODEL), {
        strict: false,
      });
      await expect.poll(() => changes.countDocuments({ unfinished: true }), { timeout: 20_000 }).toBe(0);
    },
    close: async () => {
      await app.close();
      await databases.drop();
      await discord.close();
    },
  };
}

/** A process that calls itself has to know its ports beforehand. */
async function freePorts(): Promise<Record<string, string>> {
  const [port, internal] = await Promise.all([freePort(), freePort()]);
  return {
    PORT: port,
    INTERNAL_PORT: internal,
    BOT_INTERNAL_URL: `http://localhost:${internal}`,
    BACKEND_INTERNAL_URL: `http://localhost:${port}`,
  };
}

function freePort(): Promise<string> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? String(address.port) : '');
      });
    });
  });
}
