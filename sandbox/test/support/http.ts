import type { GuildView, Sandbox } from '../../src/index.js';

/** An answer with its body read. */
export interface Answer<T = unknown> {
  status: number;
  headers: Headers;
  body: T;
}

/** A call of the sandbox's control API. */
export async function control<T = unknown>(
  sandbox: Sandbox,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer<T>> {
  return call(`${sandbox.url}/sandbox${path}`, method, {}, body);
}

/** A call of Discord's REST API as the bot. */
export async function rest<T = unknown>(
  sandbox: Sandbox,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer<T>> {
  const all = { authorization: `Bot ${sandbox.token}`, ...headers };
  return call(`${sandbox.apiUrl}/v10${path}`, method, all, body);
}

async function call<T>(
  url: string,
  method: string,
  headers: Record<string, string>,
  body: unknown,
): Promise<Answer<T>> {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  const response = await fetch(url, { method, headers: { ...headers, ...type }, ...sent });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: (text ? JSON.parse(text) : undefined) as T,
  };
}

/** A guild with people, roles and channels for tests. */
export async function makeGuild(sandbox: Sandbox, extra: object = {}): Promise<GuildView> {
  const answer = await control<GuildView>(sandbox, 'POST', '/guilds', {
    name: 'Les Corsaires',
    members: [
      { username: 'owner' },
      { username: 'ada', locale: 'fr', roles: ['Pilot'] },
      { username: 'bob', locale: 'en-US' },
    ],
    roles: [{ name: 'Pilot' }, { name: 'Admiral', position: 100 }],
    channels: [
      { name: 'events', type: 0 },
      { name: 'Bridge', type: 2 },
    ],
    ...extra,
  });
  if (answer.status !== 201) throw new Error(`no guild: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Id of a guild's member by name. */
export function userNamed(guild: GuildView, username: string): string {
  const member = guild.members.find((m) => m.user.username === username);
  if (!member) throw new Error(`no member ${username}`);
  return member.user.id;
}

/** Id of a guild's channel by name. */
export function channelNamed(guild: GuildView, name: string): string {
  const channel = guild.channels.find((c) => c.name === name);
  if (!channel) throw new Error(`no channel ${name}`);
  return channel.id;
}
