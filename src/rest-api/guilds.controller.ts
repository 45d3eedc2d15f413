import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  HttpStatus,
  Param,
  Patch,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../common/actor.js';
import { GuildsService } from '../features/guilds/guilds.service.js';
import type { Guild } from '../features/guilds/rules/guild.js';
import { ServerDoctor } from '../features/guilds/server-doctor.service.js';
import { ServerFaultsService } from '../features/guilds/server-faults.service.js';
import { ServerPermissions } from '../features/guilds/server-permissions.js';
import { ServerSetupService } from '../features/guilds/server-setup.service.js';
import { ScheduledEventsService } from '../features/scheduled-events/scheduled-events.service.js';
import { CurrentActor, SignedIn } from './auth/access.decorators.js';
import { ServerMirrorView } from './discord-events.dto.js';
import {
  GuildDetailsView,
  GuildsQuery,
  GuildView,
  RegisterGuildDto,
  toServerFaultView,
  UpdateGuildDto,
} from './guilds.dto.js';
import { AnswersArray } from './openapi/answers.js';
import { sendArray } from './paging/next-link.js';
import { PageQuery } from './paging/page.dto.js';
import {
  ChannelChoicesView,
  ExaminationView,
  RoleChoicesView,
  ServerChoicesView,
  TrialDto,
  TrialView,
} from './server-doctor.dto.js';
import { snowflakeOf } from './validation/path-id.js';

const GuildId = (): ParameterDecorator => Param('guild_id', snowflakeOf('guild'));

@ApiTags('discord servers')
@SignedIn('discord')
@Controller('api/v1/discord/guilds')
export class GuildsController {
  constructor(
    private readonly guilds: GuildsService,
    private readonly permissions: ServerPermissions,
    private readonly faults: ServerFaultsService,
    private readonly doctor: ServerDoctor,
    private readonly setup: ServerSetupService,
    private readonly mirrors: ScheduledEventsService,
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
    @Query() query: GuildsQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GuildView[]> {
    return sendArray(await this.guilds.list(actor, query), request, reply);
  }

  /** Lists the Discord servers that you manage, to register one of them. */
  @Get('managed')
  async managed(@CurrentActor() actor: Actor): Promise<ServerChoicesView> {
    return { items: await this.doctor.managedBy(actor) };
  }

  /** Shows the registration of a Discord server, and what the bot lacks there at this moment. */
  @Get(':guild_id')
  async get(@CurrentActor() actor: Actor, @GuildId() guildId: string): Promise<GuildDetailsView> {
    return this.detailsOf(await this.guilds.administered(actor, guildId));
  }

  /** Changes the settings of a Discord server. */
  @Patch(':guild_id')
  update(
    @CurrentActor() actor: Actor,
    @GuildId() guildId: string,
    @Body() body: UpdateGuildDto,
  ): Promise<GuildView> {
    return this.guilds.update(actor, guildId, body);
  }

  /** Ends the registration of a Discord server. */
  @Delete(':guild_id')
  @HttpCode(204)
  remove(@CurrentActor() actor: Actor, @GuildId() guildId: string): Promise<void> {
    return this.guilds.remove(actor, guildId);
  }

  /** Lists the channels of a Discord server, with what the bot lacks in each. */
  @Get(':guild_id/channels')
  async channels(@CurrentActor() actor: Actor, @GuildId() guildId: string): Promise<ChannelChoicesView> {
    return { items: await this.doctor.channels(actor, guildId) };
  }

  /** Lists the roles of a Discord server, with those that the bot cannot give. */
  @Get(':guild_id/roles')
  async roles(@CurrentActor() actor: Actor, @GuildId() guildId: string): Promise<RoleChoicesView> {
    return { items: await this.doctor.roles(actor, guildId) };
  }

  /** Lists what a Discord server shows of the events of its organization, newest first. */
  @Get(':guild_id/mirrors')
  @AnswersArray(ServerMirrorView)
  async listMirrors(
    @CurrentActor() actor: Actor,
    @GuildId() guildId: string,
    @Query() query: PageQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ServerMirrorView[]> {
    return sendArray(await this.mirrors.listOn(actor, guildId, query), request, reply);
  }

  /** Says what each feature lacks on a Discord server, and which role or channel denies it. */
  @Get(':guild_id/doctor')
  examine(@CurrentActor() actor: Actor, @GuildId() guildId: string): Promise<ExaminationView> {
    return this.doctor.examine(actor, guildId);
  }

  /**
   * Allows the bot in channels what it may allow itself there.
   * @remarks What waited for it goes on.
   */
  @Post(':guild_id/doctor/mend')
  @HttpCode(HttpStatus.OK)
  async mend(@CurrentActor() actor: Actor, @GuildId() guildId: string): Promise<ExaminationView> {
    await this.setup.mend(actor, guildId);
    return this.doctor.examine(actor, guildId);
  }

  /** Posts a test message in a channel, and deletes it. */
  @Post(':guild_id/doctor/trial')
  @HttpCode(HttpStatus.OK)
  tryMessage(
    @CurrentActor() actor: Actor,
    @GuildId() guildId: string,
    @Body() { channel_id }: TrialDto,
  ): Promise<TrialView> {
    return this.doctor.tryMessage(actor, guildId, channel_id);
  }

  private async detailsOf(guild: Guild): Promise<GuildDetailsView> {
    const [missing, open] = await Promise.all([
      this.permissions.missing(guild),
      this.faults.openOn(guild.guild_id),
    ]);
    return {
      ...guild,
      missing_permissions: missing,
      open_faults: open.map(toServerFaultView),
      invite_url: this.permissions.inviteUrl(guild.guild_id),
    };
  }
}
