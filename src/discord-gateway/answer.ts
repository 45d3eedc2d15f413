import { Logger } from '@nestjs/common';
import {
  ChatInputCommandInteraction,
  MessageFlags,
  type InteractionReplyOptions,
  type MessageComponentInteraction,
  type ModalSubmitInteraction,
} from 'discord.js';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRequest } from '../common/correlation.js';
import { interactionSeconds } from '../common/metrics.js';
import { DomainError } from '../common/errors.js';
import { localeFromDiscord, type Locale } from '../languages/languages.js';
import type { CommandAnswered } from './command-answered.js';
import { refusalText } from './refusal-text.js';

/** What a member is answered; always ephemeral. */
export type Answer = Pick<InteractionReplyOptions, 'content'> & { embeds?: object[]; components?: object[] };

/** What can be answered. */
type Answerable = MessageComponentInteraction | ChatInputCommandInteraction | ModalSubmitInteraction;

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
  return inRequest(interaction.id, () => answerNow(interaction, work));
}

async function answerNow(interaction: Answerable, work: (locale: Locale) => Promise<Answer>): Promise<void> {
  const locale = localeFromDiscord(interaction.locale);
  const isCommand = interaction instanceof ChatInputCommandInteraction;
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
      await interaction.reply({ ...toOptions(quick), flags: MessageFlags.Ephemeral });
      acknowledged();
      return;
    }
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    acknowledged();
    await interaction.editReply(toOptions(await answered));
  } catch (error) {
    // Too late, or answered twice (10062, 40060): the work is done and is never repeated.
    logger.warn({ err: error, interaction_id: interaction.id }, 'An answer did not reach Discord');
  }
}

/** An answer that may say why nothing was done. */
type Explained = Answer & { readonly refused?: true };

/** Tells the listeners of this bot; what they do with it is none of the member's concern. */
function announce(interaction: ChatInputCommandInteraction, success: boolean, began: number): void {
  const executionTimeMs = Math.round(performance.now() - began);
  const answered: CommandAnswered = { interaction, success, execution_time_ms: executionTimeMs };
  interaction.client.emit('commandAnswered', answered);
}

function toOptions({
  refused: _refused,
  ...given
}: Explained): Pick<InteractionReplyOptions, 'content' | 'embeds' | 'components' | 'allowedMentions'> {
  return { ...given, allowedMentions: { parse: [] } } as ReturnType<typeof toOptions>;
}

function explain(error: unknown, locale: Locale): Explained {
  if (error instanceof DomainError) return { content: refusalText(error, locale), refused: true };
  logger.error({ err: error }, 'An interaction failed');
  return { content: refusalText(null, locale), refused: true };
}
