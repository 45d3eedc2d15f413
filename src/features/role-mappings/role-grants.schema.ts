import { Schema } from 'mongoose';
import { CLAIMED, type Claimed } from '../../infra/claims.js';
import type { RoleGrant } from './rules/role-grants.js';

/** What roles somebody is to have on a server, as MongoDB keeps it. */
export interface RoleGrantsDocument extends Claimed {
  readonly _id: string;
  readonly guild_id: string;
  readonly discord_id: string;
  readonly grants: readonly RoleGrant[];
  /** Discord may not have followed yet: a change is under way, was cut off or refused, or somebody changed roles by hand. */
  readonly unsettled?: boolean;
  /** Roles are waiting for somebody who is not on the server. */
  readonly absent: boolean;
  /** When Discord was last asked. */
  readonly looked_at: Date;
}

export const ROLE_GRANTS_MODEL = 'DiscordRoleGrants';

export const roleGrantsSchema = new Schema<RoleGrantsDocument>(
  {
    _id: { type: String, required: true },
    guild_id: { type: String, required: true },
    discord_id: { type: String, required: true },
    grants: { type: [Schema.Types.Mixed as never], required: true },
    unsettled: { type: Boolean },
    absent: { type: Boolean, required: true },
    looked_at: { type: Date, required: true },
    ...CLAIMED,
  },
  { collection: 'discord_role_grants', versionKey: false },
);

// claim(), find(), listOn(): a member's roles on a server.
roleGrantsSchema.index({ guild_id: 1, discord_id: 1 }, { unique: true });
// listOf(), removeMember(): somebody's on every server.
roleGrantsSchema.index({ discord_id: 1 });
// listAbsent(): those who may have come since.
roleGrantsSchema.index({ guild_id: 1, looked_at: 1 }, { partialFilterExpression: { absent: true } });
// listEventGuildIds(): the servers where something is given for events.
roleGrantsSchema.index({ 'grants.reasons': 1 });
