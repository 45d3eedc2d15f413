import type { ChatInputCommandInteraction } from 'discord.js';

/** A slash command was answered. */
export interface CommandAnswered {
  readonly interaction: ChatInputCommandInteraction;
  /** Whether it did what was asked; false when it was refused or failed. */
  readonly success: boolean;
  readonly execution_time_ms: number;
}

/** The client carries it, so that every bot of a process hears of its own commands only. */
export interface CommandEvents {
  commandAnswered: [CommandAnswered];
}

declare module 'discord.js' {
  interface ClientEvents {
    commandAnswered: [CommandAnswered];
  }
}
