import type { CommandInteraction } from 'discord.js';
import type { InteractionKind } from '../features/bot-events/rules/interactions.js';

/** A slash command, or one of a menu, was answered. */
export interface CommandAnswered {
  readonly interaction: CommandInteraction;
  /** Whether it did what was asked; false when it was refused or failed. */
  readonly success: boolean;
  readonly execution_time_ms: number;
}

/** An interaction was acknowledged. */
export interface InteractionAcknowledged {
  readonly kind: InteractionKind;
  readonly ack_ms: number;
}

/** The client carries them, so that every bot of a process hears of its own interactions only. */
export interface CommandEvents {
  commandAnswered: [CommandAnswered];
  interactionAcknowledged: [InteractionAcknowledged];
}

declare module 'discord.js' {
  interface ClientEvents {
    commandAnswered: [CommandAnswered];
    interactionAcknowledged: [InteractionAcknowledged];
  }
}
