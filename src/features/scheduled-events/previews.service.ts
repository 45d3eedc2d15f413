import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { invalid } from '../../common/errors.js';
import { scheduledEventBody } from '../../discord-api/scheduled-events.api.js';
import type { Locale } from '../../languages/languages.js';
import { mayBeShownOn } from '../access/rules/event-access.js';
import { EventCalendar } from '../events/event-calendar.js';
import { EventsService, type PlannedEdit } from '../events/events.service.js';
import type { EventWithRoster } from '../events/rules/event-record.js';
import type { NewEvent } from '../events/rules/input.js';
import { GuildsService } from '../guilds/guilds.service.js';
import type { Guild } from '../guilds/rules/guild.js';
import { MentionNames } from './mention-names.js';
import type { NamedMention } from './rules/mentioned.js';
import {
  type CountedLimit,
  countedLimits,
  type PreviewWarning,
  previewWarnings,
} from './rules/preview-warnings.js';
import {
  changedFields,
  fieldsForCreate,
  type ScheduledEventFields,
  wantedScheduledEvent,
} from './rules/scheduled-event.js';
import type { SignupMessageBody } from './rules/signup-message-body.js';
import { type PreviewMessage, SignupMessagesService } from './signup-messages.service.js';

/** What a server would show of an event, in Discord's own form. */
export interface ServerPreview {
  readonly guild_id: string;
  readonly guild_name: string;
  readonly locale: Locale;
  readonly message: SignupMessageBody;
  readonly scheduled_event: ReturnType<typeof scheduledEventBody>;
  readonly warnings: readonly PreviewWarning[];
  readonly limits: readonly CountedLimit[];
  /** What the message names by ids alone, as far as it is known. */
  readonly names: readonly NamedMention[];
}

/** What an edit would change on a server. */
export interface ServerChanges {
  readonly message: boolean;
  readonly scheduled_event: readonly (keyof ScheduledEventFields)[];
}

/** Which servers, and in which language; all of the organization's, each in its own, where nothing is said. */
interface Wish {
  readonly guildIds?: readonly string[] | undefined;
  readonly locale?: Locale | undefined;
}

/** An event with what renders its messages. */
interface Rendered {
  readonly event: EventWithRoster;
  readonly messageFor: PreviewMessage;
}

/** Shows organizers what servers would show, by the code that shows it. */
@Injectable()
export class PreviewsService {
  constructor(
    private readonly events: EventsService,
    private readonly guilds: GuildsService,
    private readonly messages: SignupMessagesService,
    private readonly calendar: EventCalendar,
    private readonly names: MentionNames,
  ) {}

  /**
   * What the organization's servers would show of an event; nothing is saved.
   * @throws not_found, forbidden, conflict, invalid as `EventsService.create`; invalid for servers of others
   */
  async of(actor: Actor, input: NewEvent, wish: Wish): Promise<ServerPreview[]> {
    const event = await this.events.planned(actor, input);
    const [guilds, messageFor] = await Promise.all([
      this.wanted(event.org_id, wish),
      this.messages.previewer(event),
    ]);
    return Promise.all(guilds.map((guild) => this.onServer({ event, messageFor }, guild, wish)));
  }

  /** As `of`, after an edit, with what it would change there. @throws invalid for servers of others */
  async ofEdit(
    { before, after }: PlannedEdit,
    wish: Wish,
  ): Promise<(ServerPreview & { readonly changes: ServerChanges })[]> {
    const [guilds, messageFor, messageBefore] = await Promise.all([
      this.wanted(after.org_id, wish),
      this.messages.previewer(after),
      this.messages.previewer(before),
    ]);
    const was = { event: before, messageFor: messageBefore };
    return Promise.all(
      guilds.map(async (guild) => {
        const preview = await this.onServer({ event: after, messageFor }, guild, wish);
        return { ...preview, changes: this.changesOn(guild, was, after, preview) };
      }),
    );
  }

  private async wanted(orgId: string, { guildIds }: Wish): Promise<Guild[]> {
    const guilds = await this.guilds.ofOrganization(orgId);
    const unknown = (guildIds ?? []).findIndex((id) => !guilds.some(({ guild_id }) => guild_id === id));
    if (unknown >= 0) {
      const message = 'is not a server of the organization';
      throw invalid([{ field: `guild_ids.${String(unknown)}`, message }]);
    }
    return guilds.filter(({ guild_id }) => guildIds?.includes(guild_id) ?? true);
  }

  private async onServer({ event, messageFor }: Rendered, guild: Guild, wish: Wish): Promise<ServerPreview> {
    const { guild_id, guild_name } = guild;
    const locale = wish.locale ?? guild.locale;
    const now = new Date();
    const { fields } = wantedScheduledEvent(event, this.calendar.linkTo(event));
    const message = messageFor({ guild_id, locale });
    const preview = {
      message,
      scheduled_event: fields,
      isShown: guild.sync_enabled,
      hasChannel: guild.event_channel_id !== null,
    };
    return {
      guild_id,
      guild_name,
      locale,
      message,
      scheduled_event: scheduledEventBody(fieldsForCreate(fields, now) ?? fields),
      warnings: previewWarnings(event, preview, now),
      limits: countedLimits(event, preview),
      names: await this.names.of(guild_id, message),
    };
  }

  /** Where the event is not shown, nothing changes. */
  private changesOn(
    guild: Guild,
    { event: before, messageFor }: Rendered,
    after: EventWithRoster,
    { locale, message }: ServerPreview,
  ): ServerChanges {
    if (!guild.sync_enabled || !mayBeShownOn(after, guild)) return { message: false, scheduled_event: [] };
    const shown = messageFor({ guild_id: guild.guild_id, locale });
    const was = wantedScheduledEvent(before, this.calendar.linkTo(before));
    const { fields } = wantedScheduledEvent(after, this.calendar.linkTo(after));
    const changed = changedFields(was.fields, fields, was.status, new Date());
    return {
      message: guild.event_channel_id !== null && JSON.stringify(shown) !== JSON.stringify(message),
      scheduled_event: Object.keys(changed) as (keyof ScheduledEventFields)[],
    };
  }
}
