import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { invalid } from '../../common/errors.js';
import { scheduledEventBody } from '../../discord-api/scheduled-events.api.js';
import type { Locale } from '../../languages/languages.js';
import { EventCalendar } from '../events/event-calendar.js';
import { EventsService } from '../events/events.service.js';
import type { EventWithRoster } from '../events/rules/event-record.js';
import type { NewEvent } from '../events/rules/input.js';
import { GuildsService } from '../guilds/guilds.service.js';
import type { Guild } from '../guilds/rules/guild.js';
import { previewWarnings } from './rules/preview-warnings.js';
import { fieldsForCreate, wantedScheduledEvent } from './rules/scheduled-event.js';
import type { SignupMessageBody } from './rules/signup-message-body.js';
import { SignupMessagesService } from './signup-messages.service.js';

/** What a server would show of an event, in Discord's own form. */
export interface ServerPreview {
  readonly guild_id: string;
  readonly locale: Locale;
  readonly message: SignupMessageBody;
  readonly scheduled_event: ReturnType<typeof scheduledEventBody>;
  readonly warnings: readonly string[];
}

/** Which servers, and in which language; all of the organization's, each in its own, where nothing is said. */
interface Wish {
  readonly guildIds?: readonly string[] | undefined;
  readonly locale?: Locale | undefined;
}

/** Shows organizers what servers would show, by the code that shows it. */
@Injectable()
export class PreviewsService {
  constructor(
    private readonly events: EventsService,
    private readonly guilds: GuildsService,
    private readonly messages: SignupMessagesService,
    private readonly calendar: EventCalendar,
  ) {}

  /**
   * What the organization's servers would show of an event; nothing is saved.
   * @throws not_found, forbidden, conflict, invalid as `EventsService.create`; invalid for servers of others
   */
  async of(actor: Actor, input: NewEvent, { guildIds, locale }: Wish): Promise<ServerPreview[]> {
    const event = await this.events.planned(actor, input);
    const guilds = await this.guilds.ofOrganization(event.org_id);
    const unknown = (guildIds ?? []).findIndex((id) => !guilds.some(({ guild_id }) => guild_id === id));
    if (unknown >= 0) {
      const message = 'is not a server of the organization';
      throw invalid([{ field: `guild_ids.${String(unknown)}`, message }]);
    }
    const wanted = guilds.filter(({ guild_id }) => guildIds?.includes(guild_id) ?? true);
    return Promise.all(wanted.map((guild) => this.onServer(event, guild, locale ?? guild.locale)));
  }

  private async onServer(event: EventWithRoster, guild: Guild, locale: Locale): Promise<ServerPreview> {
    const { guild_id } = guild;
    const now = new Date();
    const { fields } = wantedScheduledEvent(event, this.calendar.linkTo(event));
    const message = await this.messages.preview(event, { guild_id, locale });
    const preview = {
      message,
      scheduled_event: fields,
      isShown: guild.sync_enabled,
      hasChannel: guild.event_channel_id !== null,
    };
    return {
      guild_id,
      locale,
      message,
      scheduled_event: scheduledEventBody(fieldsForCreate(fields, now) ?? fields),
      warnings: previewWarnings(event, preview, locale, now),
    };
  }
}
