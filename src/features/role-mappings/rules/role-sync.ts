/** Somebody on a Discord server whose roles may have changed. What they hold now is asked of Discord. */
export interface MemberNamed {
  readonly guild_id: string;
  readonly discord_id: string;
}

/** Makes VerseLink follow the roles that people have on Discord, by the role mappings. Running it twice is harmless. */
export abstract class RoleSync {
  /** @throws DiscordFailure when Discord does not say what they hold now */
  abstract memberChanged(member: MemberNamed): Promise<void>;
}
