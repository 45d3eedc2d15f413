import { SNOWFLAKE } from '../../../common/snowflake.js';

/** Kinds that tell of a scheduled event or a server: `guild.synced`, `GUILD_SCHEDULED_EVENT_UPDATE`, `scheduled_event.deleted`. */
const OF_DISCORD = /^(?:guild|server|(?:discord|guild)?[._]?scheduled[._]?event)(?:[._]|$)/i;

/** What a webhook that came in says about a server, as far as it can be understood. */
export type ServerNews = { readonly guild_id: string } | 'some server' | null;

/**
 * Whether something happened on a server of Discord, and on which: its id stands at `guild_id`, at the top or in `data`.
 * @returns `null` when it is about something else
 */
export function serverNews(type: string, body: unknown): ServerNews {
  if (!OF_DISCORD.test(type)) return null;
  const guildId = idIn(body) ?? idIn(field(body, 'data'));
  return guildId === null ? 'some server' : { guild_id: guildId };
}

/** A field of an object of whatever origin; `undefined` when there is none. */
export function field(body: unknown, name: string): unknown {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) return undefined;
  return (body as Readonly<Record<string, unknown>>)[name];
}

function idIn(value: unknown): string | null {
  const id = field(value, 'guild_id');
  return typeof id === 'string' && SNOWFLAKE.test(id) ? id : null;
}
