import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../common/actor.js';
import { decodeCursor, encodeCursor } from '../../common/cursor.js';
import { conflict, notFound } from '../../common/errors.js';
import { type Page, pageOf } from '../../common/page.js';
import { AuditService } from '../audit/audit.service.js';
import type { KeepsPersonalData, Person } from '../../common/personal-data.js';
import { JobQueue } from '../../queue/job-queue.js';
import { UsersService } from '../users/users.service.js';
import { JoinRequestsRepository } from './join-requests.repository.js';
import { OrgMembersService } from './org-members.service.js';
import { OrganizationsService } from './organizations.service.js';
import type { Decision, JoinRequest, JoinRequestState } from './rules/joining.js';
import { requireRoom } from './rules/limits.js';

/** A request, with who asks. */
export interface JoinRequestRow extends JoinRequest {
  readonly handle: string;
  readonly discord_id: string;
}

/** Which requests, and which page of them. */
export interface JoinRequestsQuery {
  /** Those that wait when left out. */
  readonly state?: JoinRequestState | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** People ask to join an organization, and its staff decide. */
@Injectable()
export class JoinRequestsService implements KeepsPersonalData {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly members: OrgMembersService,
    private readonly requests: JoinRequestsRepository,
    private readonly users: UsersService,
    private readonly audit: AuditService,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * @throws not_found when there is no organization that the actor may see
   * @throws conflict `already_member`, `join_request_pending`, `limit_reached`
   */
  async create(actor: Actor, orgId: string, message: string | null): Promise<JoinRequestRow> {
    await this.organizations.require(actor, orgId, 'organization.join');
    if ((await this.members.roleOf(orgId, actor.user_id)) !== null) throw alreadyMember();
    requireRoom('join_requests', await this.requests.countPending(orgId));
    const request: JoinRequest = {
      id: uuidv7(),
      org_id: orgId,
      user_id: actor.user_id,
      message,
      state: 'pending',
      created_at: new Date(),
      decided_at: null,
      decided_by: null,
    };
    await this.requests.create(request);
    await this.jobs.runNow('tell_join_requests');
    await this.audit.record(actor, { action: 'join_request.created', org_id: orgId, target_id: request.id });
    return this.rowOf(request);
  }

  /** In the order in which they came. @throws not_found, forbidden as `OrganizationsService.require` */
  async list(actor: Actor, orgId: string, query: JoinRequestsQuery): Promise<Page<JoinRequestRow>> {
    const { state = 'pending', limit, cursor } = query;
    const after = cursor === undefined ? null : String(decodeCursor(cursor, ['string'])[0]);
    await this.organizations.require(actor, orgId, 'organization.decide_requests');
    const rows = await this.requests.list(orgId, state, after, limit + 1);
    const { items, next_cursor } = pageOf(rows, limit, ({ id }) => encodeCursor([id]));
    return { items: await this.rowsOf(items), next_cursor };
  }

  /**
   * Staff take somebody in, or do not.
   * @throws not_found, forbidden as `OrganizationsService.require`; not_found without such a request
   * @throws conflict `join_request_decided`, `limit_reached`
   */
  async decide(actor: Actor, orgId: string, requestId: string, decision: Decision): Promise<JoinRequestRow> {
    await this.organizations.require(actor, orgId, 'organization.decide_requests');
    const request = await this.requests.findById(requestId);
    if (request?.org_id !== orgId) throw notFound('join_request');
    const state = decision === 'accept' ? 'accepted' : 'declined';
    const decided = await this.requests.decide(requestId, state, actor.user_id);
    if (decided === null) throw conflict('join_request_decided', 'This request was decided already.');
    if (state === 'accepted') await this.admit(actor, decided);
    const act = { action: `join_request.${state}`, org_id: orgId, target_id: decided.user_id } as const;
    await this.audit.record(actor, act);
    return this.rowOf(decided);
  }

  /** As `decide`, for staff who have only the request before their eyes, in a direct message. */
  async decideAnywhere(actor: Actor, requestId: string, decision: Decision): Promise<JoinRequestRow> {
    const request = await this.requests.findById(requestId);
    if (request === null) throw notFound('join_request');
    return this.decide(actor, request.org_id, requestId, decision);
  }

  /** Takes the actor's own request back. @throws not_found when none waits */
  async withdraw(actor: Actor, orgId: string): Promise<void> {
    if (!(await this.requests.withdraw(orgId, actor.user_id))) throw notFound('join_request');
    const act = { action: 'join_request.withdrawn', org_id: orgId, target_id: actor.user_id } as const;
    await this.audit.record(actor, act);
  }

  async exportOf({ user_id }: Person): Promise<unknown> {
    return this.requests.listByUser(user_id);
  }

  async erase({ user_id }: Person, tombstone: string): Promise<void> {
    await this.requests.removeUser(user_id, tombstone);
  }

  private async admit(actor: Actor, { id, org_id, user_id }: JoinRequest): Promise<void> {
    try {
      await this.members.admit(actor, org_id, user_id);
    } catch (error) {
      await this.requests.reopen(id);
      throw error;
    }
  }

  private async rowOf(request: JoinRequest): Promise<JoinRequestRow> {
    const { handle, discord_id } = await this.users.require(request.user_id);
    return { ...request, handle, discord_id };
  }

  private async rowsOf(requests: readonly JoinRequest[]): Promise<JoinRequestRow[]> {
    const users = await this.users.findAll(requests.map(({ user_id }) => user_id));
    return requests.flatMap((request) => {
      const user = users.get(request.user_id);
      return user === undefined ? [] : [{ ...request, handle: user.handle, discord_id: user.discord_id }];
    });
  }
}

function alreadyMember(): Error {
  return conflict('already_member', 'You are a member of this organization already.');
}
