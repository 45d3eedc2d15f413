import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { ChannelMappingsService } from '../features/channel-mappings/channel-mappings.service.js';
import { TemporaryRolesService } from '../features/role-mappings/temporary-roles.service.js';
import { AdoptionService } from '../features/scheduled-events/adoption.service.js';
import { AttendeesService } from '../features/scheduled-events/attendees.service.js';
import { MirrorComparisons } from '../features/scheduled-events/mirror-comparison.service.js';
import { ScheduledEventsService } from '../features/scheduled-events/scheduled-events.service.js';
import { CurrentActor, SignedIn } from './auth/access.decorators.js';
import {
  AdoptDto,
  AttendeesView,
  AutoManageQuery,
  AutoManageView,
  CreateMirrorsDto,
  MirrorRequestDto,
  MirrorRequestView,
  MirrorView,
  SignupMessageDto,
  SignupMessageView,
  SyncAttendeesDto,
} from './discord-events.dto.js';
import { toJobView } from './discord-jobs.dto.js';
import { toEventView } from './event-mapping.js';
import { toServerFaultView } from './guilds.dto.js';
import { MirrorComparisonView } from './mirror-comparison.dto.js';
import { EventView } from './events.dto.js';
import { AnswersArray } from './openapi/answers.js';
import { snowflakeOf, uuidOf } from './validation/path-id.js';

const EventId = (): ParameterDecorator => Param('event_id', uuidOf('event'));

@ApiTags('discord events')
@SignedIn('events')
@Controller('api/v1/discord/events')
export class DiscordEventsController {
  constructor(
    private readonly scheduledEvents: ScheduledEventsService,
    private readonly attendees: AttendeesService,
    private readonly adoption: AdoptionService,
    private readonly roles: TemporaryRolesService,
    private readonly channels: ChannelMappingsService,
    private readonly comparisons: MirrorComparisons,
  ) {}

  /** Creates the Discord events of an event, also those that were removed by hand. */
  @Post('events/create/:event_id')
  @HttpCode(HttpStatus.ACCEPTED)
  async create(
    @CurrentActor() actor: Actor,
    @EventId() eventId: string,
    @Body() body: CreateMirrorsDto,
  ): Promise<MirrorRequestView> {
    const result = await this.scheduledEvents.create(actor, eventId, body);
    const { create_roles: withRoles, create_channels: withChannels } = body;
    if (withRoles !== undefined) await this.roles.choose(eventId, result.guild_ids, withRoles);
    if (withChannels !== undefined) await this.channels.choose(eventId, result.guild_ids, withChannels);
    return { message: 'Discord event creation queued', ...result };
  }

  /** Brings the Discord events of an event up to date. */
  @Put('events/update/:event_id')
  @HttpCode(HttpStatus.ACCEPTED)
  async update(
    @CurrentActor() actor: Actor,
    @EventId() eventId: string,
    @Body() body: MirrorRequestDto,
  ): Promise<MirrorRequestView> {
    const result = await this.scheduledEvents.update(actor, eventId, body);
    return { message: 'Discord event update queued', ...result };
  }

  /** Deletes the Discord events of an event. */
  @Delete('events/delete/:event_id')
  @HttpCode(HttpStatus.ACCEPTED)
  async delete(
    @CurrentActor() actor: Actor,
    @EventId() eventId: string,
    @Body() body: MirrorRequestDto,
  ): Promise<MirrorRequestView> {
    const result = await this.scheduledEvents.delete(actor, eventId, body);
    return { message: 'Discord event deletion queued', ...result };
  }

  /** Lists what each Discord server shows of an event. */
  @Get('events/:event_id/discord')
  @AnswersArray(MirrorView)
  list(@CurrentActor() actor: Actor, @EventId() eventId: string): Promise<MirrorView[]> {
    return this.scheduledEvents.list(actor, eventId);
  }

  /**
   * Compares what a Discord server shows of an event with what it should, field by field.
   * @remarks Discord is asked once for the scheduled event and once for the message; nothing is changed.
   */
  @Get('events/:event_id/discord/:guild_id')
  async compare(
    @CurrentActor() actor: Actor,
    @EventId() eventId: string,
    @Param('guild_id', snowflakeOf('mirror')) guildId: string,
  ): Promise<MirrorComparisonView> {
    const { faults, job, ...comparison } = await this.comparisons.compare(actor, eventId, guildId);
    return { ...comparison, faults: faults.map(toServerFaultView), job: job && toJobView(job) };
  }

  /** Posts the signup message of an event into a channel. */
  @Post('events/:event_id/signup-message')
  @HttpCode(HttpStatus.OK)
  async postSignupMessage(
    @CurrentActor() actor: Actor,
    @EventId() eventId: string,
    @Body() { guild_id, channel_id }: SignupMessageDto,
  ): Promise<SignupMessageView> {
    const { id, message_id } = await this.scheduledEvents.postSignupMessage(
      actor,
      eventId,
      guild_id,
      channel_id,
    );
    return { message: 'Signup message posted', interactive_message_id: id, discord_message_id: message_id };
  }

  /** Makes an event of a scheduled event that somebody made on Discord. */
  @Post('adopt')
  async adopt(
    @CurrentActor() actor: Actor,
    @Body() { guild_id, discord_event_id }: AdoptDto,
  ): Promise<EventView> {
    return toEventView(await this.adoption.adopt(actor, guild_id, discord_event_id));
  }

  /** Brings signups in step with who is interested on Discord. */
  @Post('events/:event_id/sync-attendees')
  @HttpCode(HttpStatus.OK)
  syncAttendees(
    @CurrentActor() actor: Actor,
    @EventId() eventId: string,
    @Body() { guild_id }: SyncAttendeesDto,
  ): Promise<AttendeesView> {
    return this.attendees.sync(actor, eventId, guild_id);
  }

  /**
   * Does what a step of the event's life asks for, here and on Discord.
   * @remarks `created` shows the event everywhere, also where it was taken away; `updated` brings everything in step;
   * `cancelled` and `completed` also end an event that is not over yet, and close its signup messages.
   */
  @Post('auto-manage/:event_id')
  @HttpCode(HttpStatus.ACCEPTED)
  async autoManage(
    @CurrentActor() actor: Actor,
    @EventId() eventId: string,
    @Query() { action }: AutoManageQuery,
  ): Promise<AutoManageView> {
    const result = await this.scheduledEvents.manage(actor, eventId, action);
    return { message: `Discord events of the ${action} event queued`, action, ...result };
  }
}
