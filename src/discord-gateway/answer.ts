import { Logger } from '@nestjs/common';
import {
  MessageFlags,
  type APIModalInteractionResponseCallbackData,
  type CommandInteraction,
  type InteractionReplyOptions,
  type MessageComponentInteraction,
  type ModalSubmitInteraction,
} from 'discord.js';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRequest } from '../common/correlation.js';
import { DiscordFailure } from '../common/discord-failure.js';
import { interactionSeconds } from '../common/metrics.js';
import { DomainError, unavailable } from '../common/errors.js';
import { localeFromDiscord, type Locale } from '../languages/languages.js';
import type { CommandAnswered } from './command-answered.js';
import { refusalText } from './refusal-text.js';

/** What a member is answered; always ephemeral. */
export interface Answer {
  readonly content?: string;
  readonly embeds?: object[];
  readonly components?: object[];
  readonly files?: NonNullable<InteractionReplyOptions['files']>;
  /** Whether `components` are a layout of Discord's Components V2, which stands alone. */
  readonly layout?: boolean;
}

/** What can be answered. */
type Answerable = MessageComponentInteraction | CommandInteraction | ModalSubmitInteraction;

/** What can be answered by a form. */
export type FormOpener = MessageComponentInteraction | CommandInteraction;

/** Discord waits 3 s; a slow answer says "thinking" long before that. */
const DEFER_AFTER_MS = 800;

const logger = new Logger('Interactions');

/**
 * Answers an interaction in time, whatever happens to the work: at once when it is quick, deferred when it is slow,
 * and in plain words when it is refused or fails. The answer is ephemeral, pings no one, and speaks the member's language.
 */
export async function answer(
  interaction: Answerable,
  work: (locale: Locale) => Promise<Answer>,
): Promise<void> {
  return inRequest(interaction.id, () => answerBy(new Reply(interaction), interaction, work));
}

/** As `answer`, in the place of the message whose component was used; a refusal leaves that message as it is. */
export async function answerInPlace(
  interaction: MessageComponentInteraction | ModalSubmitInteraction,
  work: (locale: Locale) => Promise<Answer>,
): Promise<void> {
  return inRequest(interaction.id, () => answerBy(new Replacement(interaction), interaction, work));
}

/** Answers by a form. It has to be the first answer, so what is refused is told instead of it. */
export async function answerWithForm(
  interaction: FormOpener,
  work: (locale: Locale) => Promise<APIModalInteractionResponseCallbackData>,
): Promise<void> {
  try {
    await interaction.showModal(await work(localeFromDiscord(interaction.locale)));
  } catch (error) {
    await answer(interaction, () =>
      Promise.reject(error instanceof Error ? error : new Error(String(error))),
    );
  }
}

/** A way to give an answer. */
interface Delivery {
  give(answer: Explained): Promise<unknown>;
  /** Says that the answer comes later. */
  defer(): Promise<unknown>;
  giveLater(answer: Explained): Promise<unknown>;
}

/** A message of its own. */
class Reply implements Delivery {
  constructor(private readonly interaction: Answerable) {}

  give(given: Explained): Promise<unknown> {
    return this.interaction.reply(ephemeral(given));
  }

  defer(): Promise<unknown> {
    return this.interaction.deferReply({ flags: MessageFlags.Ephemeral });
  }

  giveLater(given: Explained): Promise<unknown> {
    return this.interaction.editReply(toOptions(given));
  }
}

/** The message whose component was used, made anew. */
class Replacement implements Delivery {
  constructor(private readonly interaction: MessageComponentInteraction | ModalSubmitInteraction) {}

  give(given: Explained): Promise<unknown> {
    const { interaction } = this;
    if (given.refused || (interaction.isModalSubmit() && !interaction.isFromMessage()))
      return interaction.reply(ephemeral(given));
    return interaction.update(toOptions(given));
  }

  defer(): Promise<unknown> {
    return this.interaction.deferUpdate();
  }

  giveLater(given: Explained): Promise<unknown> {
    return given.refused
      ? this.interaction.followUp(ephemeral(given))
      : this.interaction.editReply(toOptions(given));
  }
}

async function answerBy(
  delivery: Delivery,
  interaction: Answerable,
  work: (locale: Locale) => Promise<Answer>,
): Promise<void> {
  const locale = localeFromDiscord(interaction.locale);
  const isCommand = interaction.isCommand();
  const kind = isCommand ? 'command' : 'component';
  const took = interactionSeconds.startTimer({ kind });
  const acknowledged = (): void => {
    interaction.client.emit('interactionAcknowledged', { kind, ack_ms: took() * 1_000 });
  };
  const began = performance.now();
  const answered: Promise<Explained> = work(locale).catch((error: unknown) => explain(error, locale));
  if (isCommand) void answered.then(({ refused }) => announce(interaction, refused !== true, began));
  const quick = await Promise.race([answered, sleep(DEFER_AFTER_MS, null)]);
  try {
    if (quick !== null) {
      await delivery.give(quick);
      acknowledged();
      return;
    }
    await delivery.defer();
    acknowledged();
    await delivery.giveLater(await answered);
  } catch (error) {
    // Too late, or answered twice (10062, 40060): the work is done and is never repeated.
    logger.warn({ err: error, interaction_id: interaction.id }, 'An answer did not reach Discord');
  }
}

/** An answer that may say why nothing was done. */
type Explained = Answer & { readonly refused?: true };

/** Tells the listeners of this bot; what they do with it is none of the member's concern. */
function announce(interaction: CommandInteraction, success: boolean, began: number): void {
  const executionTimeMs = Math.round(performance.now() - began);
  const answered: CommandAnswered = { interaction, success, execution_time_ms: executionTimeMs };
  interaction.client.emit('commandAnswered', answered);
}

type Options = Pick<
  InteractionReplyOptions,
  'content' | 'embeds' | 'components' | 'files' | 'allowedMentions'
> & {
  flags?: MessageFlags.IsComponentsV2;
};

function toOptions({ refused: _refused, layout, ...given }: Explained): Options {
  const flags = layout ? { flags: MessageFlags.IsComponentsV2 } : {};
  return { ...given, ...flags, allowedMentions: { parse: [] } } as Options;
}

function ephemeral(given: Explained): InteractionReplyOptions {
  const { flags = 0, ...options } = toOptions(given);
  return { ...options, flags: flags | MessageFlags.Ephemeral };
}

function explain(error: unknown, locale: Locale): Explained {
  if (error instanceof DomainError) return { content: refusalText(error, locale), refused: true };
  logger.error({ err: error }, 'An interaction failed');
  const away = error instanceof DiscordFailure && error.treatment === 'wait';
  const known = away ? unavailable('Discord does not answer.') : null;
  return { content: refusalText(known, locale), refused: true };
}
