/** What a Discord role stands for in VerseLink. */
export const MAPPED_ROLE_TYPES = [
  'org_member',
  'org_staff',
  'event_participant',
  'event_role',
  'plan',
] as const;
export type MappedRoleType = (typeof MAPPED_ROLE_TYPES)[number];

/** Roles that people give on Discord, and that make their holders something here; the bot gives all others itself. */
export const READ_TYPES = ['org_member', 'org_staff'] as const satisfies readonly MappedRoleType[];

export function isRead(type: MappedRoleType): boolean {
  return (READ_TYPES as readonly MappedRoleType[]).includes(type);
}

/** A server's registration: each one has its own time. */
interface Registration {
  readonly guild_id: string;
  readonly created_at: Date;
}

/** A Discord role and what it stands for. */
export interface RoleMapping {
  readonly id: string;
  readonly guild_id: string;
  readonly discord_role_id: string;
  readonly verselink_role_type: MappedRoleType;
  /** Which one: an organization's, event's or role's id, or a plan's name; `null` for all of the type. */
  readonly verselink_entity_id: string | null;
  /** Of a plan: the higher the better; where ranks are equal or missing, the younger mapping is the better plan. */
  readonly rank: number | null;
  /** Give the role to those it stands for. */
  readonly auto_assign: boolean;
  /** Take the role from those it stands for no more. */
  readonly auto_remove: boolean;
  /** When its server was registered by the organization whose admin made the mapping. */
  readonly registered_at: Date;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** Whether a mapping was made under this registration of its server, and not before the server changed hands. */
export function isOfRegistration(mapping: RoleMapping, { guild_id, created_at }: Registration): boolean {
  return mapping.guild_id === guild_id && mapping.registered_at.getTime() === created_at.getTime();
}

/** The roles that somebody is to have, and those that they keep although they are not to have them any more. */
export interface MappedRoles {
  readonly wanted: readonly string[];
  readonly kept: readonly string[];
}

/** What mappings give to somebody. @param stands whether the role stands for something that they have or are */
export function mappedRoles(
  mappings: readonly RoleMapping[],
  stands: (mapping: RoleMapping) => boolean,
): MappedRoles {
  const idsOf = (chosen: readonly RoleMapping[]): string[] => [
    ...new Set(chosen.map(({ discord_role_id }) => discord_role_id)),
  ];
  return {
    wanted: idsOf(mappings.filter((mapping) => stands(mapping) && mapping.auto_assign)),
    // One that stands but is not given by itself is not taken either.
    kept: idsOf(mappings.filter((mapping) => stands(mapping) || !mapping.auto_remove)),
  };
}
