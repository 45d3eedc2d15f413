import { ComponentType } from 'discord.js';
import { REMINDERS } from '../features/events/rules/limits.js';
import { longDuration } from '../languages/duration.js';
import { type Locale, textsIn } from '../languages/languages.js';

/** Times before a start that can be chosen on Discord, in minutes. */
const CHOICES = [10_080, 4320, 2880, 1440, 720, 360, 180, 60, 30, 15];

/** A menu of reminders; those that were chosen elsewhere, such as 45 minutes, are among them. */
export function reminderMenu(customId: string, chosen: readonly number[], locale: Locale): object {
  const choices = [...new Set([...CHOICES, ...chosen])].sort((a, b) => b - a);
  return {
    type: ComponentType.StringSelect,
    custom_id: customId,
    placeholder: textsIn(locale).eventNotices.chooseReminders,
    min_values: 0,
    max_values: CHOICES.length,
    options: choices.map((minutes) => ({
      label: longDuration(minutes, locale),
      value: String(minutes),
      default: chosen.includes(minutes),
    })),
  };
}

/** What was chosen in such a menu; what cannot be a reminder is left out. */
export function chosenReminders(values: readonly string[]): number[] {
  const { min, max } = REMINDERS.minutes;
  return values
    .map(Number)
    .filter((minutes) => Number.isInteger(minutes) && minutes >= min && minutes <= max);
}

/** Reminders in words. */
export function remindersText(chosen: readonly number[], locale: Locale): string {
  const texts = textsIn(locale).eventNotices;
  if (chosen.length === 0) return texts.noReminders;
  const times = [...chosen].sort((a, b) => b - a).map((minutes) => longDuration(minutes, locale));
  return texts.remindedAt(times.join(', '));
}
