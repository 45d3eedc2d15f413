import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  HttpStatus,
  Param,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import fresh from 'fresh';
import type { Actor } from '../common/actor.js';
import type { Page } from '../common/page.js';
import { FeedsService } from '../features/feeds/feeds.service.js';
import { CurrentActor, Public, SignedIn } from './auth/access.decorators.js';
import { CreateFeedDto, CreateOrganizationFeedDto, FeedView, NewFeedView } from './feeds.dto.js';
import { AnswersPage } from './openapi/answers.js';
import { PageQuery } from './paging/page.dto.js';
import { uuidOf } from './validation/path-id.js';

const OrganizationId = (): ParameterDecorator => Param('id', uuidOf('organization'));
const FeedId = (): ParameterDecorator => Param('feed_id', uuidOf('feed'));

// A link lasts longer than a token, so no personal token makes one.
@ApiTags('calendars')
@SignedIn(null)
@Controller('api/v1')
export class FeedsController {
  constructor(private readonly feeds: FeedsService) {}

  /**
   * Makes a link by which your calendar program follows the events that you come to.
   * @remarks The only answer with the link itself. The calendar goes back 30 days, and keeps cancelled events as cancelled.
   */
  @Post('users/me/feeds')
  createOwn(@CurrentActor() actor: Actor, @Body() { name }: CreateFeedDto): Promise<NewFeedView> {
    return this.feeds.createOwn(actor, name);
  }

  /** Lists your calendar links, newest first. */
  @Get('users/me/feeds')
  @AnswersPage(FeedView)
  listOwn(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<FeedView>> {
    return this.feeds.listOwn(actor, query);
  }

  /** Revokes one of your calendar links at once. */
  @Delete('users/me/feeds/:feed_id')
  @HttpCode(HttpStatus.NO_CONTENT)
  revokeOwn(@CurrentActor() actor: Actor, @FeedId() feedId: string): Promise<void> {
    return this.feeds.revokeOwn(actor, feedId);
  }

  /**
   * Makes a link by which calendar programs follow an organization's events.
   * @remarks The only answer with the link itself. Everyone who has it sees what it has: public events, and with `include_private`
   * the unlisted and private ones.
   */
  @Post('organizations/:id/feeds')
  createForOrganization(
    @CurrentActor() actor: Actor,
    @OrganizationId() id: string,
    @Body() { name, include_private = false }: CreateOrganizationFeedDto,
  ): Promise<NewFeedView> {
    return this.feeds.createForOrganization(actor, id, { name, includePrivate: include_private });
  }

  /** Lists an organization's calendar links, newest first. */
  @Get('organizations/:id/feeds')
  @AnswersPage(FeedView)
  listOfOrganization(
    @CurrentActor() actor: Actor,
    @OrganizationId() id: string,
    @Query() query: PageQuery,
  ): Promise<Page<FeedView>> {
    return this.feeds.listOfOrganization(actor, id, query);
  }

  /** Revokes one of an organization's calendar links at once. */
  @Delete('organizations/:id/feeds/:feed_id')
  @HttpCode(HttpStatus.NO_CONTENT)
  revokeOfOrganization(
    @CurrentActor() actor: Actor,
    @OrganizationId() id: string,
    @FeedId() feedId: string,
  ): Promise<void> {
    return this.feeds.revokeOfOrganization(actor, id, feedId);
  }
}

/** What calendar programs read: they have no token but the key in the address. */
@ApiTags('calendars')
@Public()
@Controller('api/v1/feeds')
export class FeedFilesController {
  constructor(private readonly feeds: FeedsService) {}

  /**
   * Gives the calendar of a link, to everyone who has it.
   * @remarks With `If-None-Match` or `If-Modified-Since` it answers 304 when nothing has changed.
   */
  @Get(':key.ics')
  @ApiOkResponse({ content: { 'text/calendar': { schema: { type: 'string' } } } })
  @ApiResponse({ status: HttpStatus.NOT_MODIFIED, description: 'Nothing has changed.' })
  async file(
    @Param('key') key: string,
    @Headers('if-none-match') noneMatch: string | undefined,
    @Headers('if-modified-since') modifiedSince: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const { content, etag, changed_at } = await this.feeds.read(key);
    const validators = { etag: `"${etag}"`, 'last-modified': changed_at.toUTCString() };
    // Programs keep the file, and ask each time whether it is the present one.
    void reply.headers({ ...validators, 'cache-control': 'private, no-cache' });
    if (fresh({ 'if-none-match': noneMatch, 'if-modified-since': modifiedSince }, validators)) {
      void reply.code(HttpStatus.NOT_MODIFIED);
      return undefined;
    }
    void reply
      .header('content-type', 'text/calendar; charset=utf-8')
      .header('content-disposition', 'inline; filename="verselink.ics"');
    return content;
  }
}
