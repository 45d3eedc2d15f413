import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  HttpStatus,
  Param,
  Patch,
  Post,
  Query,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import type { Page } from '../common/page.js';
import { TemplatesService } from '../features/templates/templates.service.js';
import { CurrentActor, SignedIn } from './auth/access.decorators.js';
import { IfMatch, readIfMatch } from './if-match.js';
import { toTemplateFields } from './event-mapping.js';
import { AnswersPage } from './openapi/answers.js';
import { PageQuery } from './paging/page.dto.js';
import { CreateTemplateDto, TemplateView, UpdateTemplateDto } from './templates.dto.js';
import { uuidOf } from './validation/path-id.js';

const OrganizationId = (): ParameterDecorator => Param('id', uuidOf('organization'));
const TemplateId = (): ParameterDecorator => Param('template_id', uuidOf('template'));

@ApiTags('events')
@SignedIn('events')
@Controller('api/v1/organizations/:id/templates')
export class TemplatesController {
  constructor(private readonly templates: TemplatesService) {}

  /** Keeps a template of an organization's events; `event_id` makes it from an event. */
  @Post()
  create(
    @CurrentActor() actor: Actor,
    @OrganizationId() id: string,
    @Body() body: CreateTemplateDto,
  ): Promise<TemplateView> {
    return this.templates.create(actor, id, toTemplateFields(body));
  }

  /** Lists the templates of an organization, by name. */
  @Get()
  @AnswersPage(TemplateView)
  list(
    @CurrentActor() actor: Actor,
    @OrganizationId() id: string,
    @Query() query: PageQuery,
  ): Promise<Page<TemplateView>> {
    return this.templates.list(actor, id, query);
  }

  /** Shows a template. */
  @Get(':template_id')
  read(
    @CurrentActor() actor: Actor,
    @OrganizationId() id: string,
    @TemplateId() templateId: string,
  ): Promise<TemplateView> {
    return this.templates.read(actor, id, templateId);
  }

  /** Changes a template; events that were made from it stay as they are. */
  @Patch(':template_id')
  @IfMatch()
  update(
    @CurrentActor() actor: Actor,
    @OrganizationId() id: string,
    @TemplateId() templateId: string,
    @Body() body: UpdateTemplateDto,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<TemplateView> {
    const revision = readIfMatch(ifMatch, 'template');
    return this.templates.update(actor, id, templateId, toTemplateFields(body), revision);
  }

  /** Deletes a template. */
  @Delete(':template_id')
  @HttpCode(HttpStatus.NO_CONTENT)
  remove(
    @CurrentActor() actor: Actor,
    @OrganizationId() id: string,
    @TemplateId() templateId: string,
  ): Promise<void> {
    return this.templates.remove(actor, id, templateId);
  }
}
