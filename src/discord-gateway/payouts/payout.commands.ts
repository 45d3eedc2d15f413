import { Injectable, UseInterceptors } from '@nestjs/common';
import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  ModalSubmitInteraction,
} from 'discord.js';
import { AutocompleteInterceptor, Context, Modal, Options, StringOption, Subcommand } from 'necord';
import { DomainError, notFound } from '../../common/errors.js';
import { type NamedPayout, PayoutsService } from '../../features/payouts/payouts.service.js';
import { SHARE_RULES } from '../../features/payouts/rules/payout.js';
import { localeFromDiscord, textsIn } from '../../languages/languages.js';
import { answer, answerWithForm, type Answer } from '../answer.js';
import { choiceName } from '../commands/event.autocomplete.js';
import { EventCommand } from '../commands/event-command.js';
import { fitContent } from '../commands/event-lines.js';
import { localized, localizedChoice, localizedOption } from '../commands/localized.js';
import { Organizers, type Organizer } from '../organizer/organizers.js';
import { payoutForm, readPayoutForm } from './payout-form.js';
import { parsePayoutId, SHARE_PATH } from './payout-id.js';

/** As necord declares it: its CommonJS types of discord.js are not those of an ES module. */
type Interaction = Parameters<AutocompleteInterceptor['transformOptions']>[0];

/** What Discord takes at most. */
const CHOICES = 25;

const rules = SHARE_RULES.map((rule) => localizedChoice(rule, ({ payout }) => payout.rules[rule]));

// Discord wants required options first, and necord takes those of a class before those of the one that it extends.
class SharesOption {
  @StringOption({ ...localizedOption('sharesOption'), choices: rules, required: false })
  readonly shares: string | null;
}

class PayoutOptions extends SharesOption {
  @StringOption({ ...localizedOption('eventOption'), autocomplete: true, required: true })
  readonly event: string;
}

/** Offers organizers the events that were completed lately, the latest first. */
@Injectable()
export class CompletedEventAutocomplete extends AutocompleteInterceptor {
  constructor(private readonly organizers: Organizers) {
    super();
  }

  async transformOptions(interaction: Interaction): Promise<void> {
    const locale = localeFromDiscord(interaction.locale);
    const choices = await this.choicesFor(interaction as unknown as AutocompleteInteraction).catch(
      (error: unknown) => {
        if (error instanceof DomainError) return [];
        throw error;
      },
    );
    await interaction.respond(
      choices.slice(0, CHOICES).map((event) => ({ name: choiceName(event, locale), value: event.id })),
    );
  }

  private async choicesFor(interaction: AutocompleteInteraction) {
    const organizer = await this.organizers.of(interaction, localeFromDiscord(interaction.locale));
    return this.organizers.listCompleted(organizer, interaction.options.getFocused());
  }
}

/** `/event payout`: shares the haul of an event that is over, and shows who has received their share. */
@Injectable()
@EventCommand()
@UseInterceptors(CompletedEventAutocomplete)
export class PayoutCommands {
  constructor(
    private readonly organizers: Organizers,
    private readonly payouts: PayoutsService,
  ) {}

  @Subcommand(localized('eventPayout'))
  async open(
    @Context() [interaction]: [ChatInputCommandInteraction],
    @Options() { event: named, shares }: PayoutOptions,
  ): Promise<void> {
    const rule = SHARE_RULES.find((known) => known === shares);
    if (rule === undefined) {
      return answer(interaction, async (locale) => {
        const organizer = await this.organizers.of(interaction, locale);
        const { id } = await this.organizers.completed(organizer, named);
        return this.summary(organizer, await this.payouts.read(organizer.actor, id));
      });
    }
    await answerWithForm(interaction, async (locale) => {
      const organizer = await this.organizers.of(interaction, locale);
      return payoutForm(await this.organizers.completed(organizer, named), rule, locale);
    });
  }

  @Modal(SHARE_PATH)
  async onForm(@Context() [interaction]: [ModalSubmitInteraction]): Promise<void> {
    await answer(interaction, async (locale) => {
      const id = parsePayoutId(interaction.customId);
      const rule = SHARE_RULES.find((known) => known === id?.detail);
      if (id === null || rule === undefined) throw notFound('event');
      const organizer = await this.organizers.of(interaction, locale);
      const { roles } = await this.organizers.editable(organizer, id.eventId);
      const { fields } = interaction;
      const read = readPayoutForm(
        (field) => (fields.fields.has(field) ? fields.getTextInputValue(field) : ''),
        rule,
        roles,
        locale,
      );
      if ('faults' in read) {
        return { content: [textsIn(locale).payout.faulty, ...read.faults].join('\n') };
      }
      return this.summary(organizer, await this.payouts.share(organizer.actor, id.eventId, read.input));
    });
  }

  /** As much as a message holds, and all of it as a table. */
  private async summary({ actor, locale }: Organizer, payout: NamedPayout): Promise<Answer> {
    const { payout: texts, answers } = textsIn(locale);
    const amount = new Intl.NumberFormat(locale);
    const received = payout.shares.filter(({ received_at }) => received_at !== null).length;
    const { file_name, content } = await this.payouts.export(actor, payout.id, locale);
    return {
      content: fitContent(
        [
          texts.heading(payout.title, amount.format(payout.haul), texts.rules[payout.rule]),
          texts.received(received, payout.shares.length),
          ...payout.fees.map(({ name, paid }) => `🏛️ ${texts.share(name, amount.format(paid))}`),
          ...payout.shares.map(
            (share) =>
              `${share.received_at === null ? '▫️' : '✅'} ${texts.share(share.name, amount.format(share.amount))}`,
          ),
        ],
        () => answers.inTable,
      ),
      files: [{ attachment: Buffer.from(content), name: file_name }],
    };
  }
}
