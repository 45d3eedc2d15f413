import { Logger } from '@nestjs/common';
import {
  MessageFlags,
  type ChatInputCommandInteraction,
  type InteractionReplyOptions,
  type MessageComponentInteraction,
} from 'discord.js';
import pLimit from 'p-limit';
import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '../domain/errors.js';
import { localeFromDiscord, type Locale } from '../domain/users/user.js';
import { refusalText } from './texts.js';

/** What a member is answered; always ephemeral. */
export type Answer = Pick<InteractionReplyOptions, 'content'> & { embeds?: object[]; components?: object[] };

/** Discord waits 3 s (discord-facts.md §3); a slow answer says "thinking" long before that. */
const DEFER_AFTER_MS = 1_200;

/**
 * How many interactions are worked on at once. In a crowd those that came first are answered first, while the others
 * are deferred in time; all at once would finish at once, too late, and fight over the same document.
 */
const turns = pLimit(16);

const logger = new Logger('Interactions');

/**
 * Answers an interaction in time, whatever happens to the work: at once when it is quick, deferred when it is slow,
 * and in plain words when it is refused or fails. The answer is ephemeral, pings nobody, and speaks the member's language.
 */
export async function answer(
  interaction: MessageComponentInteraction | ChatInputCommandInteraction,
  work: (locale: Locale) => Promise<Answer>,
): Promise<void> {
  const locale = localeFromDiscord(interaction.locale);
  const answered = turns(() => work(locale)).catch((error: unknown) => explain(error, locale));
  const quick = await Promise.race([answered, sleep(DEFER_AFTER_MS, null)]);
  try {
    if (quick !== null) {
      await interaction.reply({ ...toOptions(quick), flags: MessageFlags.Ephemeral });
      return;
    }
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply(toOptions(await answered));
  } catch (error) {
    // Too late, or answered twice (10062, 40060): the work is done and is never repeated (discord-facts.md §7).
    logger.warn({ err: error, interaction_id: interaction.id }, 'An answer did not reach Discord');
  }
}

function toOptions(
  given: Answer,
): Pick<InteractionReplyOptions, 'content' | 'embeds' | 'components' | 'allowedMentions'> {
  return { ...given, allowedMentions: { parse: [] } } as ReturnType<typeof toOptions>;
}

function explain(error: unknown, locale: Locale): Answer {
  if (error instanceof DomainError) return { content: refusalText(error, locale) };
  logger.error({ err: error }, 'An interaction failed');
  return { content: refusalText(null, locale) };
}
