import { Injectable } from '@nestjs/common';
import {
  type BaseInteraction,
  ButtonStyle,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
} from 'discord.js';
import { Button, Context, Subcommand } from 'necord';
import { notFound } from '../../common/errors.js';
import {
  formatNoticeId,
  NO_KEY,
  NOTICE_PATH,
  parseNoticeId,
} from '../../features/event-notices/rules/notice-id.js';
import { DM_KINDS, type User } from '../../features/users/rules/user.js';
import { UsersService } from '../../features/users/users.service.js';
import { type Locale, textsIn } from '../../languages/languages.js';
import { answer, answerInPlace, type Answer } from '../answer.js';
import { localized } from '../commands/localized.js';
import { MyCommand } from '../commands/my.commands.js';
import { button, page, row, text } from '../layout.js';
import { Members } from '../members.js';

/** `/my reminders`, and the buttons below messages by which people choose what they are told directly. */
@Injectable()
@MyCommand()
export class NoticesCommands {
  constructor(
    private readonly members: Members,
    private readonly users: UsersService,
  ) {}

  @Subcommand(localized('myReminders'))
  async open(@Context() [interaction]: [ChatInputCommandInteraction]): Promise<void> {
    await answer(interaction, (locale) => this.act(interaction, formatNoticeId('panel', 'all'), locale));
  }

  /** A button of the page changes the page; one below a message leaves the message as it is. */
  @Button(NOTICE_PATH)
  async onButton(@Context() [interaction]: [ButtonInteraction]): Promise<void> {
    const { customId } = interaction;
    const respond = parseNoticeId(customId)?.key === NO_KEY ? answerInPlace : answer;
    await respond(interaction, (locale) => this.act(interaction, customId, locale));
  }

  private async act(interaction: BaseInteraction, customId: string, locale: Locale): Promise<Answer> {
    const asked = parseNoticeId(customId);
    if (asked === null) throw notFound('event');
    const actor = await this.members.actorOf(interaction);
    const { action, kind } = asked;
    if (action === 'panel') return noticesPage(await this.users.require(actor.user_id), locale);
    const on = action === 'on';
    const user =
      kind === 'all'
        ? await this.users.changeProfile(actor, { dm_opt_in: on })
        : await this.users.switchDmKind(actor, kind, on);
    return noticesPage(user, locale);
  }
}

/** What somebody is told directly, with buttons to change it. */
function noticesPage({ dm_opt_in: isOn, dm_kinds: kinds }: User, locale: Locale): Answer {
  const texts = textsIn(locale).eventNotices;
  const switches = DM_KINDS.map((kind) => {
    const has = kinds.includes(kind);
    const label = `${has ? '✅' : '⬜'} ${texts.kinds[kind]}`;
    return button(formatNoticeId(has ? 'off' : 'on', kind), label);
  });
  const all = isOn
    ? button(formatNoticeId('off', 'all'), texts.optOut, ButtonStyle.Danger)
    : button(formatNoticeId('on', 'all'), texts.optIn, ButtonStyle.Success);
  return page([
    text(`${texts.panel}\n\n${isOn ? texts.panelOn : texts.panelOff}`),
    ...(isOn ? [row(...switches)] : []),
    row(all),
  ]);
}
