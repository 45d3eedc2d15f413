import { DiscordFailure } from '../../common/discord-failure.js';
import type { DiscordRest } from '../../discord-api/discord-rest.js';
import type { ScheduledEventsApi } from '../../discord-api/scheduled-events.api.js';
import type { ThreadsApi } from '../../discord-api/threads.api.js';
import { LOCALES, textsIn, type Locale } from '../../languages/languages.js';

const DAY_MS = 86_400_000;
const RECENT = new URLSearchParams({ limit: '50' });
/** Every trial is known by these names, so that one that was cut off is found by the next. */
const NAMES: ReadonlySet<string> = new Set(LOCALES.map((locale) => textsIn(locale).doctor.trial.name));
const TEXTS: ReadonlySet<string> = new Set(LOCALES.map((locale) => textsIn(locale).doctor.trial.text));

interface Named {
  readonly id: string;
  readonly name: string;
}
interface Message {
  readonly id: string;
  readonly content: string;
  readonly author: { readonly id: string };
}

/** The server that is tried, and in which channels. */
export interface TriedServer {
  readonly guildId: string;
  readonly botId: string;
  readonly channelIds: readonly string[];
}

/** What VerseLink does on a server, done once for show, and taken away again. Every method throws `DiscordFailure`. */
export class Trials {
  constructor(
    private readonly discord: DiscordRest,
    private readonly scheduledEvents: ScheduledEventsApi,
    private readonly threads: ThreadsApi,
    private readonly server: TriedServer,
    private readonly locale: Locale,
  ) {}

  async scheduledEvent(): Promise<void> {
    const { guildId } = this.server;
    const startsAt = Date.now() + 30 * DAY_MS;
    const { id } = await this.scheduledEvents.create(guildId, {
      name: this.texts.name,
      description: this.texts.text,
      location: 'VerseLink',
      scheduled_start_time: new Date(startsAt),
      scheduled_end_time: new Date(startsAt + DAY_MS),
    });
    await this.scheduledEvents.edit(guildId, id, { location: 'VerseLink 2' });
    await this.scheduledEvents.delete(guildId, id);
  }

  async message(channelId: string): Promise<void> {
    const body = { content: this.texts.text, allowed_mentions: { parse: [] } };
    const embeds = [{ description: this.texts.name }];
    const { id } = (await this.discord.post(`/channels/${channelId}/messages`, body)) as Message;
    await this.discord.patch(`/channels/${channelId}/messages/${id}`, { ...body, embeds });
    await this.discord.delete(`/channels/${channelId}/messages/${id}`);
  }

  async role(): Promise<void> {
    const { guildId, botId } = this.server;
    const body = { name: this.texts.name, permissions: '0' };
    const { id } = (await this.discord.post(`/guilds/${guildId}/roles`, body)) as Named;
    await this.discord.put(`/guilds/${guildId}/members/${botId}/roles/${id}`);
    await this.discord.delete(`/guilds/${guildId}/members/${botId}/roles/${id}`);
    await this.discord.delete(`/guilds/${guildId}/roles/${id}`);
  }

  async channel(): Promise<void> {
    const body = { name: this.channelName(this.texts.name), type: 0 };
    const { id } = (await this.discord.post(`/guilds/${this.server.guildId}/channels`, body)) as Named;
    await this.discord.delete(`/channels/${id}`);
  }

  async thread(channelId: string): Promise<void> {
    const id = await this.threads.create(channelId, this.texts.name, this.texts.name);
    await this.threads.change(id, { archived: true, locked: true }, this.texts.name);
    await this.threads.delete(id, this.texts.name);
  }

  async directMessage(userId: string): Promise<void> {
    const { id } = (await this.discord.post('/users/@me/channels', { recipient_id: userId })) as Named;
    await this.discord.post(`/channels/${id}/messages`, { content: this.texts.direct_message });
  }

  /** Deletes whatever trials have left, of this run and of one that was cut off. @returns how many things there were */
  async cleanUp(): Promise<number> {
    const { guildId, botId, channelIds } = this.server;
    const base = `/guilds/${guildId}` as const;
    const events = (await this.scheduledEvents.listOwn(guildId)).filter(({ fields }) =>
      NAMES.has(fields.name),
    );
    for (const { id } of events) await this.scheduledEvents.delete(guildId, id);
    let count = events.length;
    for (const channelId of channelIds) {
      const posts = `/channels/${channelId}/messages` as const;
      const messages = await this.seen<Message>(posts, RECENT);
      const own = messages.filter(({ content, author }) => author.id === botId && TEXTS.has(content));
      for (const { id } of own) await this.discord.delete(`${posts}/${id}`);
      count += own.length;
    }
    const roles = (await this.seen<Named & { permissions: string }>(`${base}/roles`)).filter(
      ({ name, permissions }) => NAMES.has(name) && permissions === '0',
    );
    for (const { id } of roles) await this.discord.delete(`${base}/roles/${id}`);
    const channelNames = new Set([...NAMES].map((name) => this.channelName(name)));
    const channels = (await this.seen<Named>(`${base}/channels`)).filter(({ name }) =>
      channelNames.has(name),
    );
    for (const { id } of channels) await this.discord.delete(`/channels/${id}`);
    const threads = (await this.threads.listActive(guildId)).filter(
      ({ isOwn, name }) => isOwn && NAMES.has(name),
    );
    for (const { id } of threads) await this.threads.delete(id, this.texts.name);
    return count + roles.length + channels.length + threads.length;
  }

  private get texts() {
    return textsIn(this.locale).doctor.trial;
  }

  /** Text channels have names of small letters with hyphens. */
  private channelName(name: string): string {
    return name
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .replaceAll(/^-|-$/g, '');
  }

  /** A list; empty where the bot may not look, since it has left nothing there either. */
  private async seen<T>(route: `/${string}`, query?: URLSearchParams): Promise<readonly T[]> {
    try {
      return (await this.discord.get(route, query)) as readonly T[];
    } catch (error) {
      if (error instanceof DiscordFailure && ['forbidden', 'gone'].includes(error.treatment)) return [];
      throw error;
    }
  }
}
