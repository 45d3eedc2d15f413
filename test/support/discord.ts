import { createSandbox } from '../../sandbox/src/index.js';
import { nextDiscordId } from './app.js';

/** A scheduled event in Discord's own form, as far as tests look at it. */
export interface DiscordScheduledEvent {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly status: number;
  readonly scheduled_start_time: string;
  readonly scheduled_end_time: string | null;
  readonly entity_metadata: { readonly location?: string } | null;
}

interface DiscordComponent {
  readonly type: number;
  readonly custom_id: string;
  readonly label?: string;
  readonly disabled?: boolean;
  readonly options?: readonly { readonly label: string; readonly value: string }[];
}

/** A message in Discord's own form, as far as tests look at it. */
export interface DiscordMessage {
  readonly id: string;
  readonly content: string;
  readonly embeds: readonly {
    readonly title?: string;
    readonly description?: string;
    readonly fields?: readonly { readonly name: string; readonly value: string }[];
  }[];
  readonly components: readonly { readonly components: readonly DiscordComponent[] }[];
}

/** `GET /sandbox/guilds/{id}`. */
export interface DiscordGuild {
  readonly id: string;
  readonly name: string;
  readonly scheduled_events: readonly DiscordScheduledEvent[];
  readonly channels: readonly {
    readonly id: string;
    readonly name: string;
    readonly messages: readonly DiscordMessage[];
  }[];
  readonly members: readonly {
    readonly user: { readonly id: string; readonly username: string; readonly bot?: boolean };
  }[];
}

/** What a click is answered with. */
export interface Acknowledged {
  readonly interaction_id: string;
  readonly ack_ms: number;
  readonly type: number;
  readonly data: {
    readonly content?: string;
    readonly flags?: number;
    readonly embeds?: readonly unknown[];
  } | null;
  /** The message of the answer, ephemeral or not. */
  readonly message: DiscordMessage | null;
  readonly follow_ups: readonly { readonly content?: string }[];
  readonly failed: string | null;
}

/** A call that the sandbox received. */
interface LoggedRequest {
  /** When it arrived, ISO 8601. */
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly faults: readonly unknown[];
}

/** Discord's sandbox with its control calls. */
export interface TestDiscord {
  /** Variables that point VerseLink to it. */
  readonly env: Readonly<Record<string, string>>;
  control<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** A call to Discord's REST with the bot's token: as a person with all rights would make it. @throws what was refused */
  asBot<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** A server with one text channel for events. @param more its id, its owner, and further roles and channels */
  guild(members?: readonly TestMember[], more?: MoreOfGuild): Promise<TestGuild>;
  read(guildId: string): Promise<DiscordGuild>;
  click(message: DiscordMessage, user_id: string, label: string): Promise<Acknowledged>;
  choose(message: DiscordMessage, user_id: string, ...options: string[]): Promise<Acknowledged>;
  faults(...faults: readonly Readonly<Record<string, unknown>>[]): Promise<void>;
  requests(): Promise<readonly LoggedRequest[]>;
  /** Names the application's interactions endpoint; from then on interactions go there and not through the gateway. */
  sendInteractionsTo(url: string): Promise<void>;
  close(): Promise<void>;
}

/** Somebody on a server; the id is made up when it is left out. */
interface TestMember {
  readonly id?: string;
  readonly username: string;
  readonly locale?: string;
  /** By id or name. */
  readonly roles?: readonly string[];
}

/** What a test wants of its server beyond the usual. */
interface MoreOfGuild {
  readonly id?: string;
  readonly name?: string;
  readonly ownerId?: string;
  readonly roles?: readonly object[];
  readonly channels?: readonly object[];
}

export interface TestGuild {
  readonly id: string;
  readonly channelId: string;
  /** Ids of the members given, in their order. */
  readonly memberIds: readonly string[];
  readonly ownerId: string;
  /** A role with Manage Server, and one without any right. */
  readonly managerRoleId: string;
  readonly pilotRoleId: string;
  /** Makes somebody a member with these roles; with Manage Server when they are left out. */
  readonly admit: (userId: string, roles?: readonly string[]) => Promise<void>;
}

/** The bit of Discord's permission Manage Server. */
const MANAGE_SERVER = '32';

/** Starts a sandbox on a free port. */
export async function startDiscord(options: Parameters<typeof createSandbox>[0] = {}): Promise<TestDiscord> {
  const sandbox = await createSandbox({ name: 'VerseLink', ...options });

  const call = async <T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<T> => {
    const response = await fetch(`${sandbox.url}${path}`, {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
  const control = <T>(method: string, path: string, body?: unknown) =>
    call<T>(method, `/sandbox${path}`, body);

  const component = async (
    message: DiscordMessage,
    userId: string,
    chosen: DiscordComponent,
    values?: string[],
  ) =>
    control<Acknowledged>('POST', '/interactions/component', {
      message_id: message.id,
      user_id: userId,
      custom_id: chosen.custom_id,
      ...(values && { values }),
    });

  return {
    env: {
      DISCORD_API_URL: `${sandbox.url}/api`,
      DISCORD_BOT_TOKEN: sandbox.token,
      DISCORD_CLIENT_ID: sandbox.applicationId,
      DISCORD_CLIENT_SECRET: sandbox.clientSecret,
      DISCORD_PUBLIC_KEY: sandbox.publicKey,
    },
    control,
    asBot: (method, path, body) =>
      call(method, `/api/v10${path}`, body, { authorization: `Bot ${sandbox.token}` }),
    guild: async (members = [], more = {}) => {
      const channelId = nextDiscordId();
      const memberIds = members.map(({ id }) => id ?? nextDiscordId());
      const { ownerId = nextDiscordId(), roles = [], channels = [] } = more;
      const [managerRoleId, pilotRoleId] = [nextDiscordId(), nextDiscordId()];
      const { id } = await control<DiscordGuild>('POST', '/guilds', {
        name: more.name ?? 'Test server',
        owner_id: ownerId,
        ...(more.id !== undefined && { id: more.id }),
        members: [
          ...members.map((member, index) => ({ ...member, id: memberIds[index] })),
          { id: ownerId, username: 'owner' },
        ],
        channels: [{ id: channelId, name: 'events', type: 0 }, ...channels],
        roles: [
          { id: managerRoleId, name: 'Managers', permissions: MANAGE_SERVER },
          { id: pilotRoleId, name: 'Pilots' },
          ...roles,
        ],
      });
      const admit = (userId: string, held: readonly string[] = [managerRoleId]) =>
        control<undefined>('PUT', `/guilds/${id}/members/${userId}`, { username: 'admitted', roles: held });
      return { id, channelId, memberIds, ownerId, managerRoleId, pilotRoleId, admit };
    },
    read: (guildId) => control('GET', `/guilds/${guildId}`),
    click: (message, userId, label) => {
      const button = componentsOf(message).find((candidate) => candidate.label === label);
      if (button === undefined) throw new Error(`No button "${label}"`);
      return component(message, userId, button);
    },
    choose: (message, userId, ...options) => {
      for (const menu of componentsOf(message)) {
        const values = options.flatMap(
          (option) => menu.options?.find(({ label }) => label === option)?.value ?? [],
        );
        if (values.length === options.length) return component(message, userId, menu, values);
      }
      throw new Error(`No options "${options.join()}"`);
    },
    faults: (...faults) => control('POST', '/faults', faults),
    requests: () => control('GET', '/requests'),
    sendInteractionsTo: async (url) => {
      const response = await fetch(`${sandbox.url}/api/v10/applications/@me`, {
        method: 'PATCH',
        headers: { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ interactions_endpoint_url: url }),
      });
      if (!response.ok) throw new Error(`The interactions endpoint was refused: ${await response.text()}`);
    },
    close: () => sandbox.close(),
  };
}

/** Every button and menu of a message. */
export function componentsOf(message: DiscordMessage): readonly DiscordComponent[] {
  return message.components.flatMap(({ components }) => components);
}
