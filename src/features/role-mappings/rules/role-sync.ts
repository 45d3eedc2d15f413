/** A member's roles changed on Discord. */
export interface MemberRolesChanged {
  readonly guild_id: string;
  readonly discord_id: string;
  readonly added_roles: readonly string[];
  readonly removed_roles: readonly string[];
}

/** Makes VerseLink follow a change of roles made on Discord, by the role mappings. Running it twice is harmless. */
export abstract class RoleSync {
  abstract memberRolesChanged(change: MemberRolesChanged): Promise<void>;
}
