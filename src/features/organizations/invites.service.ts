import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../common/actor.js';
import { conflict, notFound } from '../../common/errors.js';
import type { KeepsPersonalData, Person } from '../../common/personal-data.js';
import { Config } from '../../config/config.js';
import { AuditService } from '../audit/audit.service.js';
import { UsersService } from '../users/users.service.js';
import { InvitesRepository } from './invites.repository.js';
import { OrgMembersService, type MemberRow } from './org-members.service.js';
import { OrganizationsService } from './organizations.service.js';
import type { Invite } from './rules/joining.js';
import { requireRoom } from './rules/limits.js';

const HOUR_MS = 3_600_000;
/** 128 bits: not to be guessed. */
const CODE_BYTES = 16;

/** How long an invite is good, and for how many people. */
export interface NewInvite {
  /** A week when left out. */
  readonly expires_in_hours?: number | undefined;
  /** Without it, for any number of people. */
  readonly max_uses?: number | null | undefined;
}

/** An invite, with the address at which people find it. */
export interface InviteLink extends Invite {
  readonly url: string;
}

/** What somebody is invited to. */
export interface Invitation {
  readonly org_id: string;
  readonly org_name: string;
  readonly org_tag: string;
  /** Who invites; `null` when they are gone. */
  readonly invited_by: string | null;
  readonly expires_at: Date;
}

/** Links by which people join an organization: they expire, may be counted, and can be revoked. */
@Injectable()
export class InvitesService implements KeepsPersonalData {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly members: OrgMembersService,
    private readonly invites: InvitesRepository,
    private readonly audit: AuditService,
    private readonly config: Config,
    private readonly users: UsersService,
  ) {}

  /** @throws not_found, forbidden as `OrganizationsService.require`; conflict `limit_reached` */
  async create(actor: Actor, orgId: string, input: NewInvite): Promise<InviteLink> {
    await this.organizations.require(actor, orgId, 'organization.invite');
    const now = new Date();
    requireRoom('invites', await this.invites.countOpen(orgId, now));
    const invite: Invite = {
      id: uuidv7(),
      code: randomBytes(CODE_BYTES).toString('base64url'),
      org_id: orgId,
      max_uses: input.max_uses ?? null,
      uses: 0,
      created_by: actor.user_id,
      created_at: now,
      expires_at: new Date(now.getTime() + (input.expires_in_hours ?? 7 * 24) * HOUR_MS),
    };
    await this.invites.create(invite);
    const { id, max_uses, expires_at } = invite;
    const act = { action: 'invite.created', org_id: orgId, target_id: id } as const;
    await this.audit.record(actor, { ...act, change: { max_uses, expires_at } });
    return this.linkOf(invite);
  }

  /** Those that still are good, the newest first. @throws not_found, forbidden as `OrganizationsService.require` */
  async list(actor: Actor, orgId: string): Promise<InviteLink[]> {
    await this.organizations.require(actor, orgId, 'organization.invite');
    const invites = await this.invites.listOpen(orgId, new Date());
    return invites.map((invite) => this.linkOf(invite));
  }

  /** @throws not_found, forbidden as `OrganizationsService.require`; not_found without such an invite */
  async revoke(actor: Actor, orgId: string, inviteId: string): Promise<void> {
    await this.organizations.require(actor, orgId, 'organization.invite');
    if (!(await this.invites.remove(orgId, inviteId))) throw notFound('invite');
    await this.audit.record(actor, { action: 'invite.revoked', org_id: orgId, target_id: inviteId });
  }

  /** What a code invites to, for somebody who has it. @throws not_found when it is not good any more */
  async read(code: string): Promise<Invitation> {
    const invite = await this.invites.findByCode(code, new Date());
    const organization = invite && (await this.organizations.find(invite.org_id));
    if (invite === null || organization === null) throw notFound('invite');
    const { id, name, tag } = organization;
    const maker = (await this.users.findAll([invite.created_by])).get(invite.created_by);
    return {
      org_id: id,
      org_name: name,
      org_tag: tag,
      invited_by: maker?.handle ?? null,
      expires_at: invite.expires_at,
    };
  }

  /**
   * Makes the actor a member. One who is a member already stays what they are, and uses nothing up.
   * @throws not_found when the code is not good any more; conflict `invite_used_up`, `limit_reached`
   */
  async accept(actor: Actor, code: string): Promise<MemberRow & { readonly org_id: string }> {
    const now = new Date();
    const invite = await this.invites.findByCode(code, now);
    if (invite === null) throw notFound('invite');
    const { org_id } = invite;
    if ((await this.members.roleOf(org_id, actor.user_id)) !== null) {
      return { ...(await this.members.admit(actor, org_id, actor.user_id)).member, org_id };
    }
    if (!(await this.invites.use(code, now))) {
      throw conflict('invite_used_up', 'As many people as this invite is for have joined with it.');
    }
    try {
      const { member, created } = await this.members.admit(actor, org_id, actor.user_id);
      // The same person was quicker, in another request.
      if (!created) await this.invites.giveBack(code);
      return { ...member, org_id };
    } catch (error) {
      await this.invites.giveBack(code);
      throw error;
    }
  }

  async exportOf({ user_id }: Person): Promise<unknown> {
    return this.invites.listMadeBy(user_id);
  }

  async erase({ user_id }: Person, tombstone: string): Promise<void> {
    await this.invites.replaceMaker(user_id, tombstone);
  }

  private linkOf(invite: Invite): InviteLink {
    return { ...invite, url: `${this.config.publicUrl}/invites/${invite.code}` };
  }
}
