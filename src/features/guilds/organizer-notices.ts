import { Injectable, Logger } from '@nestjs/common';
import { DiscordFailure } from '../../common/discord-failure.js';
import { nonceOf } from '../../common/nonce.js';
import { ChannelMessagesApi } from '../../discord-api/channel-messages.api.js';
import { DirectMessagesApi } from '../../discord-api/direct-messages.api.js';
import { textsIn, type Locale } from '../../languages/languages.js';
import type { Texts } from '../../languages/texts.js';
import { OrgMembersService } from '../organizations/org-members.service.js';
import type { Guild } from './rules/guild.js';
import { ServerChecks } from './server-checks.js';

/** How many admins are looked at for one who can mend something on Discord. */
const ADMINS_ASKED = 10;

/** A text in the reader's language. */
export type NoticeText = (texts: Texts['serverNotices']) => string;

/** Tells those who look after a server what they have to know: one of its admins directly, else its announcement channel. */
@Injectable()
export class OrganizerNotices {
  private readonly logger = new Logger('Notices');

  constructor(
    private readonly members: OrgMembersService,
    private readonly checks: ServerChecks,
    private readonly direct: DirectMessagesApi,
    private readonly channels: ChannelMessagesApi,
  ) {}

  /**
   * @param key the same for the same notice: a quick repeat sends no second message
   * @throws DiscordFailure `wait` when Discord is away
   */
  async tell(guild: Guild, key: string, text: NoticeText): Promise<void> {
    const nonce = nonceOf('server-notice', key);
    if (await this.tellDirectly(guild, nonce, text)) return;
    const { announcement_channel_id, locale } = guild;
    if (announcement_channel_id !== null && (await this.post(announcement_channel_id, nonce, text, locale)))
      return;
    this.logger.warn({ guild_id: guild.guild_id }, 'No organizer could be told what is wrong on a server');
  }

  /** Somebody who has Manage Server there can mend it. */
  private async tellDirectly(guild: Guild, nonce: string, text: NoticeText): Promise<boolean> {
    const admins = await this.members.adminsOf(guild.org_id, ADMINS_ASKED);
    for (const admin of admins) {
      if (!(await this.checks.isManager(guild.guild_id, admin.discord_id))) continue;
      const content = text(textsIn(admin.locale).serverNotices);
      const sent = await taken(this.direct.send(admin.discord_id, { content, fields: [] }, nonce));
      if (sent) return true;
    }
    return false;
  }

  private async post(channelId: string, nonce: string, text: NoticeText, locale: Locale): Promise<boolean> {
    const content = text(textsIn(locale).serverNotices);
    return taken(this.channels.post(channelId, { content, mentions: [], nonce }));
  }
}

/** Whether Discord took a message. @throws DiscordFailure when that will be known later */
async function taken(sending: Promise<unknown>): Promise<boolean> {
  try {
    await sending;
    return true;
  } catch (error) {
    if (!(error instanceof DiscordFailure) || error.treatment === 'wait') throw error;
    return false;
  }
}
