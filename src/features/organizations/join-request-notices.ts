import { Injectable, Logger } from '@nestjs/common';
import { DiscordFailure } from '../../common/discord-failure.js';
import { nonceOf } from '../../common/nonce.js';
import { DirectMessagesApi } from '../../discord-api/direct-messages.api.js';
import { textsIn } from '../../languages/languages.js';
import { HandlesTrigger } from '../../queue/handles.js';
import type { User } from '../users/rules/user.js';
import { UsersService } from '../users/users.service.js';
import { JoinRequestsRepository } from './join-requests.repository.js';
import { OrgMembersService } from './org-members.service.js';
import { OrganizationsService } from './organizations.service.js';
import { decisionButtons, type JoinRequest } from './rules/joining.js';

const BATCH = 50;
/** How many of the staff are told of a request: enough that one answers soon. */
const TOLD = 5;

/** Tells an organization's staff, in direct messages, who asks to join it; buttons below decide. */
@Injectable()
export class JoinRequestNotices {
  private readonly logger = new Logger('JoinRequests');

  constructor(
    private readonly requests: JoinRequestsRepository,
    private readonly organizations: OrganizationsService,
    private readonly members: OrgMembersService,
    private readonly users: UsersService,
    private readonly direct: DirectMessagesApi,
  ) {}

  /** Tells of every request that is new. One that fails is told with the next sweep, and does not hold up the others. */
  @HandlesTrigger('tell_join_requests')
  async sweep(): Promise<void> {
    for (const request of await this.requests.listUntold(BATCH)) {
      try {
        if (request.state === 'pending') await this.tell(request);
        await this.requests.markTold(request.id);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        this.logger.warn({ request_id: request.id }, `Staff are not told yet of a join request: ${reason}`);
      }
    }
  }

  /** @throws DiscordFailure `wait` when Discord is away */
  private async tell(request: JoinRequest): Promise<void> {
    const organization = await this.organizations.find(request.org_id);
    const [asking] = (await this.users.findAll([request.user_id])).values();
    if (organization === null || asking === undefined) return;
    const { handle } = asking;
    for (const reader of await this.members.staffOf(request.org_id, TOLD)) {
      const texts = textsIn(reader.locale).joining;
      const content = texts.notice(handle, organization.name, request.message);
      const buttons = decisionButtons({ id: request.id, handle }, texts.button);
      await this.send(reader, { content, fields: [], buttons }, request.id);
    }
  }

  private async send(
    reader: User,
    message: Parameters<DirectMessagesApi['send']>[1],
    requestId: string,
  ): Promise<void> {
    try {
      const nonce = nonceOf('join-request', `${requestId}:${reader.id}`);
      await this.direct.send(reader.discord_id, message, nonce);
    } catch (error) {
      // Who takes no direct messages finds the request by the command, and on the website.
      if (!(error instanceof DiscordFailure) || error.treatment === 'wait') throw error;
    }
  }
}
