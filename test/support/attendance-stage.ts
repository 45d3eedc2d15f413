import { createConnection, type Connection } from 'mongoose';
import { expect } from 'vitest';
import { nextDiscordId, startApp, type TestApp, type TestUser } from './app.js';
import { startDiscord, type TestDiscord, type TestGuild } from './discord.js';
import { aScene, type EventBody, type Scene } from './scene.js';

const SOON = { timeout: 20_000 };
const MINUTE_MS = 60_000;

const LOUNGE = nextDiscordId();

type OnDiscord = Pick<TestUser, 'discord_id'>;

/** An organization with a server that has a voice channel, and four people who sign up and go there. */
export class AttendanceStage {
  readonly lounge = LOUNGE;

  private constructor(
    readonly discord: TestDiscord,
    readonly app: TestApp,
    readonly database: Connection,
    readonly scene: Scene,
    readonly guild: TestGuild,
    private readonly people: readonly TestUser[],
  ) {}

  static async open(): Promise<AttendanceStage> {
    const discord = await startDiscord({ rateLimits: { enabled: false } });
    const app = await startApp({ run: 'api,bot,worker', env: discord.env });
    const database = await createConnection(app.databases.mongodbUri).asPromise();
    const scene = await aScene(app);
    const handles = ['Nova', '=Vega', 'Lyra', 'Mira'];
    const people = await Promise.all(handles.map((handle) => app.user({ handle })));
    const guild = await discord.guild(
      people.map(({ discord_id }, index) => ({ id: discord_id, username: handles[index] ?? '' })),
      { channels: [{ id: LOUNGE, name: 'lounge', type: 2 }] },
    );
    await scene.register(guild);
    return new AttendanceStage(discord, app, database, scene, guild, people);
  }

  async close(): Promise<void> {
    await this.database.close();
    await this.app.close();
    await this.discord.close();
  }

  person(index: number): TestUser {
    const found = this.people[index];
    if (found === undefined) throw new Error('no such person');
    return found;
  }

  enter({ discord_id }: OnDiscord, channelId = this.lounge): Promise<unknown> {
    const body = { channel_id: channelId };
    return this.discord.control('PUT', `/guilds/${this.guild.id}/voice-states/${discord_id}`, body);
  }

  leave({ discord_id }: OnDiscord): Promise<unknown> {
    return this.discord.control('DELETE', `/guilds/${this.guild.id}/voice-states/${discord_id}`);
  }

  /** What is kept of somebody in voice channels. */
  presence({ discord_id }: OnDiscord) {
    return this.database.collection('voice_presence').find({ discord_id }).toArray();
  }

  /** Somebody has been in voice for so long, and has not been there before. */
  async beThere(who: TestUser, minutes: number, channelId = this.lounge): Promise<void> {
    await this.database.collection('voice_presence').deleteMany({ discord_id: who.discord_id });
    await this.enter(who, channelId);
    await expect.poll(async () => (await this.presence(who)).length, SOON).toBe(1);
    const since = { joined_at: new Date(Date.now() - minutes * MINUTE_MS) };
    const rows = this.database.collection('voice_presence');
    await rows.updateMany({ discord_id: who.discord_id }, { $set: since });
  }

  /** An event that starts in a minute, so that presence counts already. */
  event(fields: object = {}): Promise<EventBody> {
    const start = new Date(Date.now() + MINUTE_MS).toISOString();
    return this.scene.event({ start_at_utc: start, ...fields });
  }

  async complete({ id }: EventBody): Promise<void> {
    await this.scene.admin.post(`/events/${id}/start`);
    expect((await this.scene.admin.post(`/events/${id}/complete`)).status).toBe(200);
  }

  /** What was counted of an event that is over, by the number of the person. */
  async counted({ id }: EventBody): Promise<Record<number, object>> {
    const rows = await this.database.collection('event_presence').find({ event_id: id }).toArray();
    return Object.fromEntries(
      rows.map((row) => [this.people.findIndex((one) => one.id === row['user_id']), row]),
    );
  }
}
