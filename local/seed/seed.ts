import { JsonClient } from '../http/json-client.js';
import { channelIds, organization, organizer, server } from './first-server.js';

/** Where to seed. */
export interface SeedOptions {
  readonly publicUrl: string;
  readonly sandboxUrl: string;
  readonly organizerToken: string;
}

/** What is there afterwards. */
export interface Seeded {
  readonly organizationId: string;
  readonly guildId: string;
}

interface Organization {
  id: string;
  tag: string;
}

interface Guild {
  guild_id: string;
}

/**
 * Makes sure, through the public doors alone, that there is an organization with a registered Discord server, so that
 * the first event that somebody creates shows up in Discord. What is there already stays as it is.
 */
export async function seed({ publicUrl, sandboxUrl, organizerToken }: SeedOptions): Promise<Seeded> {
  const sandbox = new JsonClient(sandboxUrl);
  const rest = new JsonClient(`${publicUrl}/api/v1`, organizerToken);
  const onDiscord = await sandbox.find(`/sandbox/guilds/${server.id}`);
  if (onDiscord === undefined) await sandbox.request('POST', '/sandbox/guilds', server);
  const { id: organizationId } = (await findOrganization(rest)) ?? (await createOrganization(rest));
  const registered = await rest.find<Guild>(`/discord/guilds/${server.id}`);
  if (registered === undefined) await registerServer(rest, organizationId);
  return { organizationId, guildId: server.id };
}

async function findOrganization(rest: JsonClient): Promise<Organization | undefined> {
  const { items } = await rest.request<{ items: Organization[] }>('GET', '/organizations?limit=100');
  return items.find(({ tag }) => tag === organization.tag);
}

function createOrganization(rest: JsonClient): Promise<Organization> {
  return rest.request<Organization>('POST', '/organizations', organization);
}

async function registerServer(rest: JsonClient, organizationId: string): Promise<void> {
  await rest.request('POST', '/discord/guilds', {
    guild_id: server.id,
    guild_name: server.name,
    owner_id: organizer.discordId,
    org_id: organizationId,
    announcement_channel_id: channelIds.announcements,
    event_channel_id: channelIds.events,
    reminder_channel_id: channelIds.general,
    locale: 'fr',
  });
}
