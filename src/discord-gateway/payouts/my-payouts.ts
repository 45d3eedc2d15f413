import { Injectable } from '@nestjs/common';
import { ButtonStyle, type ButtonInteraction, type ChatInputCommandInteraction } from 'discord.js';
import { Button, Context, Subcommand } from 'necord';
import type { Actor } from '../../common/actor.js';
import { notFound } from '../../common/errors.js';
import { truncate } from '../../common/text.js';
import { type OwnShare, PayoutsService } from '../../features/payouts/payouts.service.js';
import { type Locale, textsIn } from '../../languages/languages.js';
import { answer, answerInPlace, type Answer } from '../answer.js';
import { fitContent } from '../commands/event-lines.js';
import { localized } from '../commands/localized.js';
import { MyCommand } from '../commands/my.commands.js';
import { button, row } from '../layout.js';
import { Members } from '../members.js';
import { formatPayoutId, parsePayoutId, RECEIVED_PATH } from './payout-id.js';

/** Shares that are shown, and buttons of a row. */
const SHOWN = 20;
const BUTTONS = 5;
/** A button's label (docs/discord.md). */
const LABEL_LIMIT = 80;

/** `/my payouts`: one's shares, each with a button that says that one has it. */
@Injectable()
@MyCommand()
export class MyPayouts {
  constructor(
    private readonly members: Members,
    private readonly payouts: PayoutsService,
  ) {}

  @Subcommand(localized('myPayouts'))
  async show(@Context() [interaction]: [ChatInputCommandInteraction]): Promise<void> {
    await answer(interaction, async (locale) => this.page(await this.members.actorOf(interaction), locale));
  }

  @Button(RECEIVED_PATH)
  async onReceived(@Context() [interaction]: [ButtonInteraction]): Promise<void> {
    await answerInPlace(interaction, async (locale) => {
      const id = parsePayoutId(interaction.customId);
      if (id === null || !/^\d{1,9}$/u.test(id.detail)) throw notFound('payout');
      const actor = await this.members.actorOf(interaction);
      await this.payouts.markReceived(actor, id.eventId, true, Number(id.detail));
      return this.page(actor, locale);
    });
  }

  private async page(actor: Actor, locale: Locale): Promise<Answer> {
    const { payout: texts, answers } = textsIn(locale);
    const { items } = await this.payouts.listOwn(actor, { limit: SHOWN });
    if (items.length === 0) return { content: texts.none, components: [] };
    const amount = new Intl.NumberFormat(locale);
    const line = ({ title, amount: share, received_at }: OwnShare): string =>
      `${received_at === null ? '▫️' : '✅'} ${texts.share(title, amount.format(share))}`;
    const open = items.filter(({ received_at }) => received_at === null).slice(0, BUTTONS);
    const buttons = open.map(({ event_id, revision, title }) =>
      button(
        formatPayoutId('received', event_id, revision),
        truncate(texts.receivedButton(title), LABEL_LIMIT),
        ButtonStyle.Success,
      ),
    );
    return {
      content: fitContent([texts.own, ...items.map(line)], answers.more),
      components: buttons.length === 0 ? [] : [row(...buttons)],
    };
  }
}
