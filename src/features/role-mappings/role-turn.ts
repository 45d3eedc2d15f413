import { DiscordFailure } from '../../common/discord-failure.js';
import type { MembersApi } from '../../discord-api/members.api.js';
import type { ChangeRoles } from './role-grants.service.js';
import type { GuildRole } from '../guilds/rules/discord-server.js';
import { planRoleChange, type FailedRole } from './rules/role-change.js';

/** Discord's code for a server or channel on which the bot may not do something. */
const MISSING_PERMISSIONS = 50013;

/** One run of changes on a server: it asks once what the bot may give, and remembers what was refused. */
export class RoleTurn {
  /** Roles that cannot be given or taken until a person on the server mends it, and why. */
  readonly refused = new Map<string, string>();
  /** Discord refused a change that should be possible: a permission is missing. */
  forbidden: DiscordFailure | null = null;
  /** How many roles were given or taken. */
  changes = 0;
  private server: Promise<readonly [GuildRole[], string[]]> | null = null;

  /** @param reason for Discord's audit log */
  constructor(
    private readonly members: MembersApi,
    private readonly guildId: string,
    private readonly reason: string,
  ) {}

  /** One role after the other, so that what somebody else changes meanwhile stays. @throws DiscordFailure `wait` */
  readonly change: ChangeRoles = async (wanted, { discord_id }, held) => {
    this.server ??= Promise.all([
      this.members.listRoles(this.guildId, 'now'),
      this.members.ownRoles(this.guildId, 'now'),
    ]);
    const [roles, own] = await this.server;
    const { add, remove, failed } = planRoleChange(wanted, held, roles, own);
    for (const { role_id, reason } of failed) this.refused.set(role_id, reason);
    const refusals = [
      ...(await this.each(add, (role) => this.members.addRole(this.guildId, discord_id, role, this.reason))),
      ...(await this.each(remove, (role) =>
        this.members.removeRole(this.guildId, discord_id, role, this.reason),
      )),
    ];
    return [...failed, ...refusals];
  };

  private async each(
    roleIds: readonly string[],
    work: (roleId: string) => Promise<void>,
  ): Promise<FailedRole[]> {
    const failed: FailedRole[] = [];
    for (const roleId of roleIds) {
      // What was refused once would be refused for everybody.
      const refusal = this.forbidden ?? (await refusalOf(work(roleId)));
      if (refusal === null) this.changes += 1;
      else failed.push({ role_id: roleId, reason: refusal.message });
      if (refusal?.code === MISSING_PERMISSIONS) this.forbidden = refusal;
    }
    return failed;
  }
}

/** @throws DiscordFailure `wait` */
async function refusalOf(work: Promise<void>): Promise<DiscordFailure | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof DiscordFailure && error.treatment !== 'wait') return error;
    throw error;
  }
}
