import { Body, Controller, Get, HttpCode, HttpStatus, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import type { Page } from '../common/page.js';
import { OrganizationsService } from '../features/organizations/organizations.service.js';
import { AuditEntryView } from './audit.dto.js';
import { CurrentActor, SignedIn } from './auth/access.decorators.js';
import { TransferOrganizationDto } from './joining.dto.js';
import { AnswersPage } from './openapi/answers.js';
import {
  CreateOrganizationDto,
  OrganizationsQuery,
  OrganizationView,
  ShipsQuery,
  ShipsView,
  UpdateOrganizationDto,
} from './organizations.dto.js';
import { PageQuery } from './paging/page.dto.js';
import { uuidOf } from './validation/path-id.js';

/** So many ships are listed: more than there are. */
const SHIPS_LISTED = 500;

@ApiTags('organizations')
@SignedIn('organizations')
@Controller('api/v1/organizations')
export class OrganizationsController {
  constructor(private readonly organizations: OrganizationsService) {}

  /** Founds an organization, owned by you. */
  @Post()
  create(@CurrentActor() actor: Actor, @Body() body: CreateOrganizationDto): Promise<OrganizationView> {
    return this.organizations.create(actor, body);
  }

  /** Lists the organizations that you may see. */
  @Get()
  @AnswersPage(OrganizationView)
  list(@CurrentActor() actor: Actor, @Query() query: OrganizationsQuery): Promise<Page<OrganizationView>> {
    return this.organizations.list(actor, query);
  }

  /** Shows an organization. */
  @Get(':id')
  get(
    @CurrentActor() actor: Actor,
    @Param('id', uuidOf('organization')) id: string,
  ): Promise<OrganizationView> {
    return this.organizations.see(actor, id);
  }

  /** Changes fields of an organization. */
  @Patch(':id')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', uuidOf('organization')) id: string,
    @Body() body: UpdateOrganizationDto,
  ): Promise<OrganizationView> {
    const { ships, ...fields } = body;
    const own = ships?.map(({ maker, ...ship }) => ({ ...ship, maker: maker ?? null }));
    return this.organizations.update(actor, id, { ...fields, ...(own !== undefined && { ships: own }) });
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

  /** Shows who did what in an organization, newest first. */
  @Get(':id/audit')
  @AnswersPage(AuditEntryView)
  audit(
    @CurrentActor() actor: Actor,
    @Param('id', uuidOf('organization')) id: string,
    @Query() query: PageQuery,
  ): Promise<Page<AuditEntryView>> {
    return this.organizations.auditOf(actor, id, query);
  }

  /** Gives an organization to another of its members. */
  @Post(':id/transfer')
  @HttpCode(HttpStatus.OK)
  transfer(
    @CurrentActor() actor: Actor,
    @Param('id', uuidOf('organization')) id: string,
    @Body() body: TransferOrganizationDto,
  ): Promise<OrganizationView> {
    return this.organizations.transfer(actor, id, body.user_id);
  }
}
