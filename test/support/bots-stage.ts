import { expect } from 'vitest';
import { INTERNAL_SECRET, nextDiscordId, startApp, type TestApp, type TestUser } from './app.js';
import { Client } from './client.js';
import {
  startDiscord,
  type Acknowledged,
  type DiscordMessage,
  type TestDiscord,
  type TestGuild,
} from './discord.js';
import { eventually } from './eventually.js';
import { type Program, startAppProcess } from './process.js';
import { aScene, mirrorsOf, type Scene } from './scene.js';

interface Health {
  readonly status: string;
  readonly gateway?: string;
}

/** A process of the bot. */
export interface Bot {
  readonly program: Program;
  readonly internal: Client;
}

/** A backend, and as many processes of the bot as a test starts. Wants `npm run build`. */
export class BotsStage {
  readonly bots: Bot[] = [];

  private constructor(
    readonly discord: TestDiscord,
    readonly backend: TestApp,
    readonly scene: Scene,
    private readonly siteAdmin: TestUser,
  ) {}

  static async start(): Promise<BotsStage> {
    const discord = await startDiscord({ rateLimits: { identifyWindowMs: 1 } });
    const backend = await startApp({ run: 'api,worker', env: discord.env });
    const siteAdmin = await backend.user({ site_admin: true });
    return new BotsStage(discord, backend, await aScene(backend), siteAdmin);
  }

  async close(): Promise<void> {
    await this.stopBots();
    await this.backend.close();
    await this.discord.close();
  }

  async startBot(env: Record<string, string> = {}): Promise<Bot> {
    const program = startAppProcess('bot', this.backend.databases, {
      ...this.discord.env,
      BACKEND_INTERNAL_URL: this.backend.url,
      LOG_LEVEL: 'info',
      ...env,
    });
    await program.printed('Running bot');
    const port = /Internal API running on port (\d+)/.exec(program.output.stdout)?.[1] ?? '';
    const bot = { program, internal: new Client(`http://127.0.0.1:${port}`, INTERNAL_SECRET) };
    this.bots.push(bot);
    return bot;
  }

  async stopBots(): Promise<void> {
    await Promise.all(this.bots.splice(0).map((bot) => stop(bot)));
  }

  /** What the processes say of themselves, sorted. */
  async roles(): Promise<string[]> {
    return (await Promise.all(this.bots.map(roleOf))).sort();
  }

  /** Starts processes until there are so many, and waits until one is connected and the others stand by. */
  async haveBots(count: number): Promise<void> {
    while (this.bots.length < count) await this.startBot();
    const spares = Array.from({ length: count - 1 }, () => 'standby');
    await expect.poll(() => this.roles()).toEqual(['connected', ...spares]);
  }

  /** Takes the one that is connected from the list. */
  async takeHolder(): Promise<Bot> {
    return eventually(async () => {
      const roles = await Promise.all(this.bots.map(roleOf));
      const index = roles.indexOf('connected');
      const [holder] = index === -1 ? [] : this.bots.splice(index, 1);
      if (holder === undefined) throw new Error('none is connected');
      return holder;
    });
  }

  /** A server whose events so many members can sign up for. */
  async aGuild(count: number, id?: string): Promise<TestGuild> {
    const members = Array.from({ length: count }, (_, index) => ({ username: `pilot${String(index)}` }));
    const guild = await this.discord.guild(members, id === undefined ? {} : { id });
    await this.scene.register(guild);
    return guild;
  }

  /** A new event, and its message on a server. */
  async anEvent(guild: TestGuild): Promise<{ id: string; message: DiscordMessage }> {
    const { id } = await this.scene.event();
    return eventually(async () => {
      const [message] = (await mirrorsOf(this.discord, guild, id)).messages;
      if (message === undefined) throw new Error('the event has no message yet');
      return { id, message };
    });
  }

  clickAll(message: DiscordMessage, memberIds: readonly string[], label: string): Promise<Acknowledged[]> {
    return Promise.all(memberIds.map((member) => this.discord.click(message, member, label)));
  }

  /** First answers to interactions, with what Discord said of them. */
  async callbacks(): Promise<number[]> {
    const requests = await this.discord.requests();
    return requests.filter(({ path }) => path.endsWith('/callback')).map(({ status }) => status);
  }

  /** What was said; of an answer that takes longer, once it is there. */
  contentsOf(answers: readonly Acknowledged[]): Promise<string[]> {
    return Promise.all(
      answers.map(({ interaction_id }) =>
        eventually(async () => {
          const now = await this.discord.control<Acknowledged>('GET', `/interactions/${interaction_id}`);
          const content = now.message?.content ?? now.data?.content ?? String(now.failed);
          if (content === '') throw new Error('there is no answer yet');
          return content;
        }),
      ),
    );
  }

  /** Waits until a report of everybody is there, and for as long again; then tells how many there are of each. */
  async reportsOfAll(members: readonly string[], type: string): Promise<number[]> {
    const counts = () => Promise.all(members.map((member) => this.reportsOf(member, type)));
    await expect.poll(async () => Math.min(...(await counts())), { timeout: 15_000 }).toBeGreaterThan(0);
    // One more report comes last: by then a second one of those before would be there.
    const last = nextDiscordId();
    const guild = await this.discord.guild();
    await this.discord.control('PUT', `/guilds/${guild.id}/members/${last}`, { username: 'last' });
    await expect.poll(() => this.reportsOf(last, 'member_joined'), { timeout: 15_000 }).toBe(1);
    return counts();
  }

  private async reportsOf(member: string, type: string): Promise<number> {
    const query = `discord_id=${member}&event_type=${type}`;
    const { body } = await this.siteAdmin.get<{ items: unknown[] }>(`/discord/bot-events?${query}`);
    return body.items.length;
  }
}

export async function stop({ program }: Bot, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  program.child.kill(signal);
  await program.exitCode();
}

/** `connected`, `standby` or `away`, in words of health. */
export async function roleOf({ internal }: Bot): Promise<string> {
  const { status, gateway } = (await internal.get<Health>('/internal/health')).body;
  expect((await internal.get('/health/ready')).status).toBe(status === 'healthy' ? 200 : 503);
  return gateway ?? (status === 'healthy' ? 'connected' : 'away');
}

export const healthOf = async ({ internal }: Bot): Promise<string> =>
  (await internal.get<Health>('/internal/health')).body.status;
