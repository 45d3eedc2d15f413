import type { TestApp, TestUser } from './app.js';
import type { DiscordMessage, DiscordScheduledEvent, TestDiscord, TestGuild } from './discord.js';

/** An event as REST shows it, as far as tests look at it. */
export interface EventBody {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly revision: number;
  readonly confirmed_count: number;
  readonly waitlist_count: number;
  readonly roles: readonly { readonly id: string; readonly name: string; readonly confirmed_count: number }[];
}

/** An organization with its admin. */
export interface Scene {
  readonly admin: TestUser;
  readonly orgId: string;
  /** Makes the admin a manager of a Discord server, and registers it for the organization. */
  register(guild: TestGuild): Promise<void>;
  /** Creates an event; published, tomorrow, one hour, unless `fields` says otherwise. */
  event(fields?: Readonly<Record<string, unknown>>): Promise<EventBody>;
}

let organizations = 0;

/** A new organization. */
export async function aScene(app: TestApp): Promise<Scene> {
  const admin = await app.user({ handle: 'Organizer' });
  organizations += 1;
  const org = await admin.post<{ id: string }>('/organizations', {
    name: `Squadron ${organizations}`,
    tag: `S${Date.now().toString(36).slice(-5)}${organizations}`,
  });
  if (org.status !== 201) throw new Error(JSON.stringify(org.body));
  const orgId = org.body.id;
  return {
    admin,
    orgId,
    register: async ({ id, channelId, ownerId, admit }) => {
      await admit(admin.discord_id);
      const registered = await admin.post('/discord/guilds', {
        guild_id: id,
        guild_name: 'Test server',
        owner_id: ownerId,
        org_id: orgId,
        event_channel_id: channelId,
      });
      if (registered.status !== 201) throw new Error(JSON.stringify(registered.body));
    },
    event: async (fields = {}) => {
      const created = await admin.post<EventBody>('/events', {
        org_id: orgId,
        title: 'Night raid',
        description: 'A raid on a bunker, at night.',
        type: 'raid',
        start_at_utc: new Date(Date.now() + 86_400_000).toISOString(),
        duration_minutes: 60,
        location: 'Daymar',
        ...fields,
      });
      if (created.status !== 201) throw new Error(JSON.stringify(created.body));
      return created.body;
    },
  };
}

/** The scheduled events and messages of a server that mirror an event. */
export async function mirrorsOf(
  discord: TestDiscord,
  guild: TestGuild,
  eventId: string,
): Promise<{ readonly events: DiscordScheduledEvent[]; readonly messages: DiscordMessage[] }> {
  const { scheduled_events, channels } = await discord.read(guild.id);
  return {
    events: scheduled_events.filter(({ description }) => description?.includes(eventId)),
    messages: channels
      .flatMap(({ messages }) => messages)
      .filter((message) => JSON.stringify(message.components).includes(eventId)),
  };
}
