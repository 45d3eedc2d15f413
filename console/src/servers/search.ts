import type { components } from '../api/schema.js';

export type Server = components['schemas']['GuildView'];
export type ServerDetails = components['schemas']['GuildDetailsView'];
export type ServerChanges = components['schemas']['UpdateGuildDto'];
export type ChannelChoice = components['schemas']['ChannelChoiceView'];
export type RoleChoice = components['schemas']['RoleChoiceView'];

export const TABS = ['doctor', 'settings', 'roles', 'menus', 'channels', 'mirrors'] as const;
export type ServerTab = (typeof TABS)[number];

/** What the page of a server shows, as its address holds it. */
export interface ServerSearch {
  /** Missing: the doctor. */
  readonly tab?: ServerTab | undefined;
  /** The channel that the doctor is asked about. */
  readonly channel?: string | undefined;
}

/** Reads the address; what is not known is left out. */
export function readServerSearch(search: Record<string, unknown>): ServerSearch {
  const { channel } = search;
  return {
    tab: TABS.find((tab) => tab === search['tab']),
    // The router reads digits as a number, unless they are in quotes.
    channel: typeof channel === 'string' ? channel : undefined,
  };
}

/** What the list of servers shows, as its address holds it. */
export interface ServersSearch {
  /** The organization for which a server is being registered. */
  readonly register?: string | undefined;
}

/** Reads the address; what is not known is left out. */
export function readServersSearch(search: Record<string, unknown>): ServersSearch {
  return { register: typeof search['register'] === 'string' ? search['register'] : undefined };
}
