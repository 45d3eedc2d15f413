import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, expect } from 'vitest';
import { startApp } from './app.js';
import { ALL_WELL, takeCensus, type Census } from './census.js';
import { Client, type Answer } from './client.js';
import { openDatabases } from './databases.js';
import { type DiscordMessage, startDiscord, type TestDiscord, type TestGuild } from './discord.js';
import { Fleet, type Kind } from './fleet.js';
import { aScene, type EventBody } from './scene.js';
import { SeededChance } from './seeded-chance.js';

/** `FAULTS=long` plays many more rounds; `FAULTS_SEED` plays the same acts again. */
export const LONG = process.env['FAULTS'] === 'long';
const SEED = Number(process.env['FAULTS_SEED'] ?? Date.now() % 1_000_000_000);
console.info(`The fault suite's seed: FAULTS_SEED=${String(SEED)}`);

/** Each look reads all that there is: not so often that it slows what it waits for. */
const SETTLED = { timeout: LONG ? 600_000 : 120_000, interval: 500 };
const MEMBERS = 6;
/**
 * A server holds 100 scheduled events that are not over; beside these there may be some of which no answer told. It also takes one
 * change of a scheduled event and one of a channel's messages a second: some hundred acts take minutes to be shown.
 */
const MOST_OPEN = 80;

/** Databases that a scenario brings, to kill them. */
export interface StageDatabases {
  readonly mongodbUri: string;
  readonly redisUrl: string;
  drop(): Promise<void>;
}

/**
 * One stage for the tests of a file, which take turns; after one that failed, and may have left anything, a new one.
 * @returns the stage of the test that runs
 */
export function stageForAll(open: () => Promise<FaultStage>, timeout = 90_000): () => FaultStage {
  let stage: FaultStage | undefined;
  const close = async () => {
    await stage?.close();
    stage = undefined;
  };
  beforeEach(async () => {
    stage ??= await open();
  }, timeout);
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await close();
  }, timeout);
  afterAll(close, timeout);
  return () => {
    if (stage === undefined) throw new Error('no stage: it is there while a test runs');
    return stage;
  };
}

/** An event as the acts on it were answered. */
interface Played {
  readonly id: string;
  titles: string[];
  states: string[];
  /** Members who were told that they have a seat or a place; of those whose last click was not answered nothing is known. */
  readonly members: Set<string>;
}

/**
 * Servers, members, and the application as processes of its own. `play` does at random what organizers and members do, and keeps
 * what was acknowledged; `expectAllWell` counts what is there once everything has come to rest.
 */
export class FaultStage {
  readonly fleet: Fleet;
  readonly chance = new SeededChance(SEED);
  private readonly events: Played[] = [];
  private number = 0;

  private constructor(
    readonly discord: TestDiscord,
    readonly databases: StageDatabases,
    readonly guilds: readonly TestGuild[],
    private readonly organizer: { readonly token: string; readonly orgId: string },
  ) {
    this.fleet = new Fleet({
      ...discord.env,
      MONGODB_URI: databases.mongodbUri,
      REDIS_URL: databases.redisUrl,
      LOG_LEVEL: 'info',
    });
  }

  /** @param kinds the processes that are started, a kind as often as it is named */
  static async open(
    kinds: readonly Kind[],
    { servers = 2, databases }: { servers?: number; databases?: StageDatabases } = {},
  ): Promise<FaultStage> {
    const discord = await startDiscord();
    const its = databases ?? (await openDatabases());
    const setting = await startApp({ env: discord.env, databases: its });
    const scene = await aScene(setting);
    const guilds: TestGuild[] = [];
    for (let server = 0; server < servers; server++) {
      const people = Array.from({ length: MEMBERS }, (_, n) => ({
        username: `pilot${String(n)}`,
        locale: 'fr',
      }));
      const guild = await discord.guild(people);
      await scene.register(guild);
      guilds.push(guild);
    }
    await setting.stop();
    const stage = new FaultStage(discord, its, guilds, { token: scene.admin.token, orgId: scene.orgId });
    await Promise.all(kinds.map((kind) => stage.fleet.start(kind)));
    return stage;
  }

  async close(): Promise<void> {
    await this.fleet.kill();
    await this.databases.drop();
    await this.discord.close();
  }

  /** New events, acknowledged; while no process answers it waits. */
  async create(count: number): Promise<void> {
    let made = 0;
    while (made < count) {
      if (await this.createOne()) made++;
      else await sleep(100);
    }
  }

  /** Does so many things at random, one after the other; what is refused or not answered is no failure here. */
  async play(acts: number): Promise<void> {
    for (let act = 0; act < acts; act++) {
      await this.act();
      await sleep(this.chance.whole(0, 60));
    }
  }

  /** Waits until what is there is what must be. @throws with what is not */
  async expectAllWell(): Promise<void> {
    const message = `FAULTS_SEED=${String(SEED)}`;
    await expect.poll(() => this.census(), { ...SETTLED, message }).toEqual(ALL_WELL);
  }

  /** Waits until so many mirrors are detached: somebody took away by hand what they showed. */
  async detached(count: number): Promise<void> {
    const lines = async () => (await this.census()).out_of_step.filter((line) => line.includes(' detached '));
    await expect.poll(lines, SETTLED).toHaveLength(count);
  }

  /** Requests that Discord has answered with 429. */
  async tooManyRequests(): Promise<string[]> {
    const requests = await this.discord.requests();
    return requests.filter(({ status }) => status === 429).map(({ method, path }) => `${method} ${path}`);
  }

  /** What a server shows of the events, in no particular order. */
  async shownOn(guild: TestGuild) {
    const { scheduled_events, channels } = await this.discord.read(guild.id);
    return { events: scheduled_events, messages: channels.flatMap(({ messages }) => messages) };
  }

  /** A request of the organizer to any API that is up; `null` when it was not answered with success. */
  async ask<T>(method: 'post' | 'patch', path: string, body: object): Promise<T | null> {
    const { urls } = this.fleet;
    if (urls.length === 0) return null;
    const client = new Client(urls[this.chance.whole(0, urls.length - 1)] ?? '', this.organizer.token);
    const answer: Answer<T> | null = await client[method]<T>(path, body).catch(() => null);
    return answer !== null && answer.status < 300 ? answer.body : null;
  }

  /** The events that are open as far as is known, by their ids. */
  get openIds(): string[] {
    return this.events.filter(({ states }) => states.includes('published')).map(({ id }) => id);
  }

  /** Keeps what is acknowledged now. @returns what makes it all that is, as when a backup of now is restored */
  remember(): () => void {
    const now = structuredClone(this.events);
    return () => {
      this.events.splice(0, this.events.length, ...now);
    };
  }

  /** Says that an event may be in another state from now on, since somebody on Discord made it so. */
  becomes(eventId: string, state: string): void {
    for (const event of this.events) if (event.id === eventId) event.states = [state];
  }

  private census(): Promise<Census> {
    return takeCensus(this.databases.mongodbUri, this.discord, this.guilds, this.events);
  }

  private async act(): Promise<void> {
    const kind = this.chance.whole(1, 10);
    const [event] = this.events.slice(this.chance.whole(0, Math.max(0, this.events.length - 1)));
    if (event === undefined || kind <= 3) await this.createOne();
    else if (kind <= 6) await this.edit(event);
    else if (kind === 7) await this.cancel(event);
    else await this.click(event);
  }

  /** When there is no room for another one, one is cancelled first. @returns whether the new one was acknowledged */
  private async createOne(): Promise<boolean> {
    const [oldest] = this.events.filter(({ states }) => states.length === 1 && states[0] === 'published');
    if (oldest !== undefined && this.openIds.length >= MOST_OPEN) await this.cancel(oldest);
    const title = this.nextTitle();
    const created = await this.ask<EventBody>('post', '/events', {
      org_id: this.organizer.orgId,
      title,
      description: 'A raid on a bunker, at night.',
      type: 'raid',
      start_at_utc: new Date(Date.now() + 86_400_000).toISOString(),
      duration_minutes: 60,
      location: 'Daymar',
    });
    if (created === null) return false;
    this.events.push({ id: created.id, titles: [title], states: ['published'], members: new Set() });
    return true;
  }

  private async edit(event: Played): Promise<void> {
    const title = this.nextTitle();
    const edited = await this.ask('patch', `/events/${event.id}`, { title });
    // What was not answered may have happened, or happen late: it stays possible.
    if (edited === null) event.titles.push(title);
    else event.titles = [title, ...event.titles.slice(1)];
  }

  private async cancel(event: Played): Promise<void> {
    const cancelled = await this.ask('post', `/events/${event.id}/cancel`, {});
    if (cancelled !== null) event.states = ['cancelled'];
    else if (!event.states.includes('cancelled')) event.states.push('cancelled');
  }

  /** A member clicks "sign up" or "withdraw" on a message, if it is there. */
  private async click(event: Played): Promise<void> {
    const guild = this.chance.pick(this.guilds as readonly [TestGuild, ...TestGuild[]]);
    // A server that the bot was kicked from shows nothing.
    const shown = await this.shownOn(guild).catch(() => null);
    const message = shown?.messages.find(({ components }) => JSON.stringify(components).includes(event.id));
    const member = guild.memberIds[this.chance.whole(0, MEMBERS - 1)];
    if (message === undefined || member === undefined) return;
    await this.clickOn(message, member, event);
  }

  private async clickOn(message: DiscordMessage, member: string, event: Played): Promise<void> {
    const joins = this.chance.next() < 0.7;
    event.members.delete(member);
    const answer = await this.discord
      .click(message, member, joins ? "S'inscrire" : 'Se désinscrire')
      .catch(() => null);
    const text = answer?.data?.content ?? answer?.follow_ups[0]?.content ?? '';
    if (/^(?:✅|⏳|ℹ️ Vous êtes déjà)/.test(text)) event.members.add(member);
  }

  private nextTitle(): string {
    return `Raid number ${String(++this.number)}.`;
  }
}
