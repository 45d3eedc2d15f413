import { readDate } from '../../common/date-words.js';
import { invalid } from '../../common/errors.js';
import { lazily } from '../../common/lazily.js';
import { foldText } from '../../common/text.js';
import { type Entry, requireFewRows, validDate } from './rules/entry.js';

const csv = lazily(() => import('csv-parse/sync'));

/** How columns may be headed, without accents and case: in English, in French, and as Google Calendar exports them. */
const HEADINGS = {
  uid: ['uid', 'id'],
  title: ['title', 'name', 'subject', 'summary', 'titre', 'nom', 'objet', 'evenement'],
  date: ['start_at_utc', 'start', 'start date', 'date', 'when', 'debut', 'date de debut', 'quand'],
  time: ['time', 'start time', 'heure', 'heure de debut'],
  end_date: ['end', 'end date', 'fin', 'date de fin'],
  end_time: ['end time', 'heure de fin'],
  duration: ['duration', 'duration_minutes', 'duree'],
  description: ['description', 'details', 'notes'],
  location: ['location', 'place', 'where', 'lieu', 'endroit'],
  type: ['type', 'kind', 'genre'],
  visibility: ['visibility', 'visibilite'],
  seats: ['seats', 'max_participants', 'participants', 'places'],
  roles: ['roles'],
  banner_url: ['banner_url', 'picture', 'image'],
} as const;
type Column = keyof typeof HEADINGS;
type Row = Partial<Record<Column, string>>;

const FRENCH = ['titre', 'nom', 'objet', 'debut', 'date de debut', 'heure', 'duree', 'lieu', 'places'];
const DELIMITERS = [';', ',', '\t'] as const;
const MINUTE_MS = 60_000;
/** Characters of a date with its time, in words; reading more takes long. */
const LONGEST_DATE = 100;

/**
 * The rows of a table (CSV), with columns in any order. French headings mean French dates; the day comes before the month.
 * @param zone IANA name of the clock on which times are read
 * @throws invalid when it is no table, or says neither title nor date
 */
export async function readTable(text: string, zone: string, now: Date): Promise<Entry[]> {
  const { headings, rows } = await parse(text);
  requireFewRows(rows.length);
  const language = headings.some((heading) => FRENCH.includes(heading)) ? 'fr' : 'en';
  const read = (...words: (string | undefined)[]): Promise<Date | null> =>
    moment(words.filter((word) => word !== undefined).join(' '), { language, zone, now });
  const entries: Entry[] = [];
  for (const [index, row] of rows.entries()) {
    const { uid, title = '', date, time, end_date = date, end_time, ...said } = row;
    const start = await read(date, time);
    const end = said.duration === undefined ? await read(end_date, end_time) : null;
    const isSpan = start !== null && end !== null && end > start;
    entries.push({
      ...said,
      row: index + 2,
      uid: uid ?? `${title}/${start?.toISOString() ?? date ?? ''}`,
      title,
      start,
      duration_minutes: isSpan ? Math.round((end.getTime() - start.getTime()) / MINUTE_MS) : undefined,
    });
  }
  return entries;
}

async function parse(text: string): Promise<{ headings: string[]; rows: Row[] }> {
  const [firstLine = ''] = text.split(/\r?\n/u, 1);
  const delimiter = DELIMITERS.find((sign) => firstLine.includes(sign)) ?? ',';
  const { parse: parseSync } = await csv();
  let lines: string[][];
  try {
    lines = parseSync(text, {
      bom: true,
      delimiter,
      relaxColumnCount: true,
      skipEmptyLines: true,
      trim: true,
    });
  } catch (error) {
    throw invalid([
      { field: 'body', message: `is no table: ${error instanceof Error ? error.message : ''}` },
    ]);
  }
  const [first = [], ...rest] = lines;
  const headings = first.map(foldText);
  const columns = headings.map(columnOf);
  for (const needed of ['title', 'date'] as const) {
    if (!columns.includes(needed))
      throw invalid([
        {
          field: 'body',
          message: `needs a column "${HEADINGS[needed][0]}" or "${HEADINGS[needed].at(-1) ?? ''}"`,
        },
      ]);
  }
  const rows = rest.map((cells) =>
    Object.fromEntries(
      cells.flatMap((cell, place) => {
        const column = columns[place];
        return column === undefined || cell === '' ? [] : [[column, cell]];
      }),
    ),
  );
  return { headings, rows };
}

function columnOf(heading: string): Column | undefined {
  const columns = Object.keys(HEADINGS) as Column[];
  return columns.find((column) => (HEADINGS[column] as readonly string[]).includes(heading));
}

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/u;

async function moment(
  words: string,
  { language, zone, now }: { language: string; zone: string; now: Date },
): Promise<Date | null> {
  if (words.length > LONGEST_DATE) return null;
  if (ISO.test(words)) return validDate(new Date(words));
  const read = await readDate(words, language, zone, now);
  if ('at' in read) return read.at;
  // That it lies in the past is told of the row.
  const past = read.fault === 'past' ? await readDate(words, language, zone, new Date(0)) : read;
  return 'at' in past ? past.at : null;
}
