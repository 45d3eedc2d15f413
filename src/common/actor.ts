/** Who acts: the signed-in user, with what is needed to decide access. */
export interface Actor {
  readonly user_id: string;
  readonly site_admin: boolean;
  /** Where they act on Discord; missing when they act elsewhere. */
  readonly on_discord?: DiscordPresence;
}

/** Somebody on a Discord server, as Discord's interaction itself says. */
interface DiscordPresence {
  readonly guild_id: string;
  /** The roles they hold there. */
  readonly role_ids: readonly string[];
}
