import {
  Body,
  Controller,
  HttpCode,
  HttpStatus,
  Post,
  Query,
  Req,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../common/actor.js';
import { ImportsService } from '../features/imports/imports.service.js';
import { CurrentActor, SignedIn } from './auth/access.decorators.js';
import { ImportQuery, ImportView } from './imports.dto.js';

@ApiTags('events')
@SignedIn('events')
@Controller('api/v1/events/import')
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  /**
   * Makes events of a calendar file or a table.
   * @remarks `text/calendar` (RFC 5545) or `text/csv` with headings, in English or French, `,` or `;` between the cells, at most
   * 200 rows. What was imported before, by its UID, is left as it is, so a repetition is harmless. Series are skipped.
   */
  @Post()
  @HttpCode(HttpStatus.OK)
  @RouteConfig({ takesFiles: true })
  @ApiConsumes('text/csv', 'text/calendar')
  @ApiBody({
    schema: {
      type: 'string',
      example: 'title,start,duration,location\r\nConvoy to Pyro,2042-01-07 20:00,2h,Ruin Station\r\n',
    },
  })
  async import(
    @CurrentActor() actor: Actor,
    @Query() query: ImportQuery,
    @Body() text: unknown,
    @Req() request: FastifyRequest,
  ): Promise<ImportView> {
    if (typeof text !== 'string') throw new UnsupportedMediaTypeException();
    const isCalendar = request.headers['content-type']?.startsWith('text/calendar') ?? false;
    const file = { kind: isCalendar ? 'calendar' : 'table', text } as const;
    return { items: await this.imports.import(actor, query, file) };
  }
}
