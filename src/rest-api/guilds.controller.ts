import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../common/actor.js';
import { GuildsService } from '../features/guilds/guilds.service.js';
import type { Guild } from '../features/guilds/rules/guild.js';
import { ServerFaultsService } from '../features/guilds/server-faults.service.js';
import { ServerPermissions } from '../features/guilds/server-permissions.js';
import { CurrentActor, SignedIn } from './auth/access.decorators.js';
import { GuildDetailsView, GuildView, RegisterGuildDto, UpdateGuildDto } from './guilds.dto.js';
import { AnswersArray } from './openapi/answers.js';
import { sendArray } from './paging/next-link.js';
import { PageQuery } from './paging/page.dto.js';
import { snowflakeOf } from './validation/path-id.js';

@ApiTags('discord servers')
@SignedIn('discord')
@Controller('api/v1/discord/guilds')
export class GuildsController {
  constructor(
    private readonly guilds: GuildsService,
    private readonly permissions: ServerPermissions,
    private readonly faults: ServerFaultsService,
  ) {}

  /** Registers a Discord server for an organization, and says what the bot lacks there. */
  @Post()
  async register(@CurrentActor() actor: Actor, @Body() body: RegisterGuildDto): Promise<GuildDetailsView> {
    return this.detailsOf(await this.guilds.register(actor, body));
  }

  /** Lists the registered Discord servers of your organizations. */
  @Get()
  @AnswersArray(GuildView)
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: PageQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GuildView[]> {
    return sendArray(await this.guilds.list(actor, query), request, reply);
  }

  /** Shows the registration of a Discord server, and what the bot lacks there at this moment. */
  @Get(':guild_id')
  async get(
    @CurrentActor() actor: Actor,
    @Param('guild_id', snowflakeOf('guild')) guildId: string,
  ): Promise<GuildDetailsView> {
    return this.detailsOf(await this.guilds.administered(actor, guildId));
  }

  /** Changes the settings of a Discord server. */
  @Patch(':guild_id')
  update(
    @CurrentActor() actor: Actor,
    @Param('guild_id', snowflakeOf('guild')) guildId: string,
    @Body() body: UpdateGuildDto,
  ): Promise<GuildView> {
    return this.guilds.update(actor, guildId, body);
  }

  /** Ends the registration of a Discord server. */
  @Delete(':guild_id')
  @HttpCode(204)
  remove(
    @CurrentActor() actor: Actor,
    @Param('guild_id', snowflakeOf('guild')) guildId: string,
  ): Promise<void> {
    return this.guilds.remove(actor, guildId);
  }

  private async detailsOf(guild: Guild): Promise<GuildDetailsView> {
    const [missing, open] = await Promise.all([
      this.permissions.missing(guild),
      this.faults.openOn(guild.guild_id),
    ]);
    return {
      ...guild,
      missing_permissions: missing,
      open_faults: open.map(({ capability, kind, channel_id, message, since }) => ({
        capability,
        kind,
        channel_id,
        message,
        since,
      })),
      invite_url: this.permissions.inviteUrl(guild.guild_id),
    };
  }
}
