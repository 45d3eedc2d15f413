import type { Chrono, ParsedComponents } from 'chrono-node';
import { DateTime } from 'luxon';
import { lazily } from './lazily.js';

/**
 * A date and time that somebody wrote in words, such as "demain 20h", "in 3 days 7pm" or "15/12 20:30".
 * `unclear`: not understood, or not all of it, so that nothing is guessed · `no_time`: a day without a time ·
 * `past`: it lies before now.
 */
export type ReadDate = { readonly at: Date } | { readonly fault: 'unclear' | 'no_time' | 'past' };

const chrono = lazily(() => import('chrono-node'));

/** French is understood; other languages are read as English with the day before the month. */
async function parserOf(language: string): Promise<Chrono> {
  const { fr, en } = await chrono();
  return language === 'fr' ? fr.casual : en.GB;
}

/** What people write around a date and that says nothing of it. */
const FILLERS = /^(?:[\s,.;–-]|\b(?:le|la|les|du|au|à|a|vers|on|the|at|by|de)\b)*$/iu;

/**
 * Reads a date in words, in somebody's own time zone. The day comes before the month. A time that the clock skips is the
 * one after it; of a time that comes twice, the first counts. Words that are none in somebody's language are read in the other one.
 * @param zone IANA name, such as `Europe/Paris`
 */
export async function readDate(text: string, language: string, zone: string, now: Date): Promise<ReadDate> {
  const read = await readIn(language, text, zone, now);
  if (!('fault' in read) || read.fault !== 'unclear') return read;
  return readIn(language === 'fr' ? 'en' : 'fr', text, zone, now);
}

async function readIn(language: string, text: string, zone: string, now: Date): Promise<ReadDate> {
  const here = DateTime.fromJSDate(now, { zone });
  const words = plainer(text, language, here);
  const parser = await parserOf(language);
  const found = parser.parse(words, { instant: now, timezone: here.offset }, { forwardDate: true });
  const [first] = found;
  if (first === undefined || found.length > 1) return { fault: 'unclear' };
  const rest = words.slice(0, first.index) + words.slice(first.index + first.text.length);
  if (!FILLERS.test(rest)) return { fault: 'unclear' };
  if (!first.start.isCertain('hour')) return { fault: 'no_time' };
  const at = momentOf(first.start, zone);
  if (at === null) return { fault: 'unclear' };
  return at > now ? { at } : { fault: 'past' };
}

/** An offset that was written, or that "in two hours" implies, is exact; any other time is one of the zone's clocks. */
function momentOf(start: ParsedComponents, zone: string): Date | null {
  if (start.isCertain('timezoneOffset')) return start.date();
  const moment = DateTime.fromObject(
    {
      year: start.get('year') ?? undefined,
      month: start.get('month') ?? undefined,
      day: start.get('day') ?? undefined,
      hour: start.get('hour') ?? 0,
      minute: start.get('minute') ?? 0,
    },
    { zone },
  );
  if (!moment.isValid) return null;
  return new Date(Math.min(...moment.getPossibleOffsets().map((possible) => possible.toMillis())));
}

type Rewriting = readonly [pattern: RegExp, (here: DateTime, ...groups: (string | undefined)[]) => string];

const dayIn = (days: number): ((here: DateTime) => string) => {
  return (here) => here.plus({ days }).toFormat('yyyy-MM-dd');
};

/** Words that the library does not know, or reads wrongly, in words that it knows. */
const REWRITINGS: Readonly<Record<string, readonly Rewriting[]>> = {
  fr: [
    [/\baprès[- ]?demain\b/giu, dayIn(2)],
    [/\b(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) prochain\b/giu, (_here, day) => day ?? ''],
    [/\b(?:ce soir|cette nuit|cet après-midi|ce midi)\b/giu, (here) => here.toFormat('yyyy-MM-dd')],
    [
      /\b(\d{1,2}) ?h(?:eures?)?(?: ?(\d{2}))? du soir\b/giu,
      (_here, hour, minute) => afternoon(hour, minute),
    ],
    [
      /(?<!\b(?:dans|a) )\b(\d{1,2}) ?heures?(?: ?(\d{2}))?\b/giu,
      (_here, hour, minute) => `${hour ?? ''}:${minute ?? '00'}`,
    ],
    [/\b(\d{1,2}) ?h(?: ?(\d{2}))?\b/giu, (_here, hour, minute) => `${hour ?? ''}:${minute ?? '00'}`],
    [/\bmidi\b/giu, () => '12:00'],
    [/\bminuit\b/giu, () => '0:00'],
    [/^(?:à )?(\d{1,2}:\d{2}) (\p{L}.*)$/iu, (_here, time, day) => `${day ?? ''} à ${time ?? ''}`],
    [/(?<=\d\/\d+) à (?=\d)/giu, () => ' '],
    [/\b(jours?|semaines?|mois) (?=\d{1,2}:)/giu, (_here, unit) => `${unit ?? ''} à `],
  ],
  en: [
    [/\bnoon\b/giu, () => '12:00'],
    [
      /\b(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]* (\d{1,2})(?:st|nd|rd|th)?,? (?=\d{1,2}(?::|\s?[ap]\.?m))/giu,
      (_here, month, day) => `${day ?? ''} ${month ?? ''} `,
    ],
  ],
};

function plainer(text: string, language: string, here: DateTime): string {
  let words = text.normalize('NFC').replace(/[’`]/g, "'").replace(/\s+/gu, ' ').trim();
  for (const [pattern, rewrite] of REWRITINGS[language] ?? []) {
    words = words.replace(pattern, (_whole, ...groups: (string | undefined)[]) => rewrite(here, ...groups));
  }
  return words;
}

function afternoon(hour = '', minute = '00'): string {
  return `${(Number(hour) % 12) + 12}:${minute}`;
}
