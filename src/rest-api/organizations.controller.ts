import { Body, Controller, Get, HttpCode, HttpStatus, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import type { Page } from '../common/page.js';
import { OrganizationsService } from '../features/organizations/organizations.service.js';
import type { Organization } from '../features/organizations/rules/organization.js';
import { LIMITS_OF_ORGANIZATIONS, ORGANIZATION_LIMITS } from '../features/organizations/rules/limits.js';
import { EventsService } from '../features/events/events.service.js';
import { FeedsService } from '../features/feeds/feeds.service.js';
import { GuildRolesService } from '../features/guilds/guild-roles.service.js';
import { GuildsService } from '../features/guilds/guilds.service.js';
import { SeriesService } from '../features/series/series.service.js';
import { TemplatesService } from '../features/templates/templates.service.js';
import { UsersService } from '../features/users/users.service.js';
import { FilteredAuditQueryDto, NamedAuditEntryView, withHandles } from './audit.dto.js';
import { CurrentActor, SignedIn } from './auth/access.decorators.js';
import { TransferOrganizationDto } from './joining.dto.js';
import { AnswersPage } from './openapi/answers.js';
import {
  CreateOrganizationDto,
  ServerRolesView,
  OrganizationsQuery,
  OrganizationView,
  ShipsQuery,
  ShipsView,
  UpdateOrganizationDto,
  UsedLimitsView,
} from './organizations.dto.js';
import { uuidOf } from './validation/path-id.js';

/** So many ships are listed: more than there are. */
const SHIPS_LISTED = 500;

@ApiTags('organizations')
@SignedIn('organizations')
@Controller('api/v1/organizations')
export class OrganizationsController {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly users: UsersService,
    private readonly roles: GuildRolesService,
  ) {}

  /** Founds an organization, owned by you. */
  @Post()
  async create(@CurrentActor() actor: Actor, @Body() body: CreateOrganizationDto): Promise<OrganizationView> {
    return this.viewFor(actor, await this.organizations.create(actor, body));
  }

  /** Lists the organizations that you may see. */
  @Get()
  @AnswersPage(OrganizationView)
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: OrganizationsQuery,
  ): Promise<Page<OrganizationView>> {
    const { items, next_cursor } = await this.organizations.list(actor, query);
    const standingIn = await this.organizations.standingsOf(actor);
    return { items: items.map((one) => ({ ...one, ...standingIn(one) })), next_cursor };
  }

  /** Shows an organization. */
  @Get(':id')
  async get(
    @CurrentActor() actor: Actor,
    @Param('id', uuidOf('organization')) id: string,
  ): Promise<OrganizationView> {
    return this.viewFor(actor, await this.organizations.see(actor, id));
  }

  /** Changes fields of an organization. */
  @Patch(':id')
  async update(
    @CurrentActor() actor: Actor,
    @Param('id', uuidOf('organization')) id: string,
    @Body() body: UpdateOrganizationDto,
  ): Promise<OrganizationView> {
    const { ships, ...fields } = body;
    const own = ships?.map(({ maker, ...ship }) => ({ ...ship, maker: maker ?? null }));
    const changes = { ...fields, ...(own !== undefined && { ships: own }) };
    return this.viewFor(actor, await this.organizations.update(actor, id, changes));
  }

  /** Lists ships by a part of their name, those that the organization has added first. */
  @Get(':id/ships')
  async ships(
    @CurrentActor() actor: Actor,
    @Param('id', uuidOf('organization')) id: string,
    @Query() { q = '' }: ShipsQuery,
  ): Promise<ShipsView> {
    return { items: await this.organizations.ships(actor, id, q, SHIPS_LISTED) };
  }

  /** Lists the Discord roles of an organization's servers, which its events can name. */
  @Get(':id/discord-roles')
  async discordRoles(
    @CurrentActor() actor: Actor,
    @Param('id', uuidOf('organization')) id: string,
  ): Promise<ServerRolesView> {
    return { items: await this.roles.list(actor, id) };
  }

  /** Shows who did what in an organization, newest first. */
  @Get(':id/audit')
  @AnswersPage(NamedAuditEntryView)
  async audit(
    @CurrentActor() actor: Actor,
    @Param('id', uuidOf('organization')) id: string,
    @Query() query: FilteredAuditQueryDto,
  ): Promise<Page<NamedAuditEntryView>> {
    return withHandles(await this.organizations.auditOf(actor, id, query), this.users);
  }

  /** Gives an organization to another of its members. */
  @Post(':id/transfer')
  @HttpCode(HttpStatus.OK)
  async transfer(
    @CurrentActor() actor: Actor,
    @Param('id', uuidOf('organization')) id: string,
    @Body() body: TransferOrganizationDto,
  ): Promise<OrganizationView> {
    return this.viewFor(actor, await this.organizations.transfer(actor, id, body.user_id));
  }

  private async viewFor(actor: Actor, organization: Organization): Promise<OrganizationView> {
    const standingIn = await this.organizations.standingsOf(actor);
    return { ...organization, ...standingIn(organization) };
  }
}

@ApiTags('organizations')
@SignedIn('organizations')
@Controller('api/v1/organizations')
export class OrganizationLimitsController {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly guilds: GuildsService,
    private readonly events: EventsService,
    private readonly feeds: FeedsService,
    private readonly series: SeriesService,
    private readonly templates: TemplatesService,
  ) {}

  /** Shows how much an organization has of what is limited, and how much it may have. */
  @Get(':id/limits')
  async limits(
    @CurrentActor() actor: Actor,
    @Param('id', uuidOf('organization')) id: string,
  ): Promise<UsedLimitsView> {
    const joining = await this.organizations.usage(actor, id);
    const [servers, events, feeds, series, templates] = await Promise.all([
      this.guilds.ofOrganization(id),
      this.events.countOfDay(id),
      this.feeds.countOf(id),
      this.series.countOf(id),
      this.templates.countOf(id),
    ]);
    const counts = { servers: servers.length, events_per_day: events, feeds, series, templates };
    const used = { ...joining, ...counts };
    return {
      items: LIMITS_OF_ORGANIZATIONS.map((name) => ({
        name,
        used: used[name],
        max: ORGANIZATION_LIMITS[name].max,
      })),
    };
  }
}
