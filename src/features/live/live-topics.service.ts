import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import type { AskedTopic, News } from '../../common/live-topics.js';
import { rankOf, requirePermission } from '../access/rules/permissions.js';
import { EventAccess } from '../events/event-access.js';
import { GuildsService } from '../guilds/guilds.service.js';
import { OrgMembersService } from '../organizations/org-members.service.js';
import { OrganizationsService } from '../organizations/organizations.service.js';

/** Who may hear of what: whoever may read it. */
@Injectable()
export class LiveTopics {
  constructor(
    private readonly access: EventAccess,
    private readonly guilds: GuildsService,
    private readonly members: OrgMembersService,
    private readonly organizations: OrganizationsService,
  ) {}

  /**
   * What somebody hears of who asks for a topic, as it is now.
   * @throws not_found, forbidden as reading it does; to hear of an organization's events takes a member, since private ones are among
   * them
   */
  async standing(actor: Actor, asked: AskedTopic): Promise<News[]> {
    const version = Date.now();
    const [kind, id = ''] = asked.split(':', 2);
    switch (kind) {
      case 'events': {
        const orgIds = await this.members.orgIdsOf(actor.user_id);
        return orgIds.map((orgId) => ({ topic: `organization:${orgId}`, version }));
      }
      case 'account':
        return [{ topic: `account:${actor.user_id}`, version }];
      case 'event': {
        const { revision } = await this.access.toRead(actor, id);
        return [{ topic: `event:${id}`, version: revision }];
      }
      case 'mirrors':
        await this.access.toRead(actor, id);
        return [{ topic: `mirrors:${id}`, version }];
      case 'organization':
        await this.organizations.require(actor, id, 'organization.see_private');
        return [{ topic: `organization:${id}`, version }];
      case 'guild':
        await this.guilds.administered(actor, id);
        return [{ topic: `guild:${id}`, version }];
      default:
        requirePermission({ rank: rankOf(actor, null), ties: [] }, 'installation.operate');
        return [{ topic: 'jobs', version }];
    }
  }
}
