import { LOG_IN_WORDS } from '../texts/log.js';
import { type Language, table } from './markdown.js';
import { callsInSources } from './sources.js';

/** A line that a process writes into its log; what differs from time to time stands there as `…`. */
interface LogLine {
  readonly level: string;
  readonly text: string;
}

const LEVELS = [
  ['error', 'Erreurs', 'Errors'],
  ['warn', 'Avertissements', 'Warnings'],
  ['log', 'Tout va bien : rien à faire', 'All is well: nothing to do'],
] as const;

/** Every line that the code writes by a logger of Nest. */
export function logLines(): LogLine[] {
  const lines = callsInSources().flatMap(({ name, texts }) => {
    const level = /log(?:ger)?(?:\('\w+'\))?\.(error|warn|fatal|log)$/i.exec(name)?.[1];
    const text = texts.find((one) => one !== null && /\p{L}/u.test(one)) ?? texts.find((one) => one !== null);
    if (level === undefined || typeof text !== 'string') return [];
    return [{ level: level === 'fatal' ? 'error' : level, text: text.replaceAll(/\s+/g, ' ').trim() }];
  });
  const unlike = new Map(lines.map((line) => [line.text, line]));
  return [...unlike.values()].toSorted((one, other) => one.text.localeCompare(other.text));
}

/** A section for each level: what the line means, and what to do. */
export function logPart(language: Language): string {
  const all = logLines();
  return LEVELS.map(([level, fr, en]) => {
    const lines = all.filter((line) => line.level === level);
    const heading = `## ${language === 'fr' ? fr : en} {#${level}}`;
    if (level === 'log') return [heading, lines.map(({ text }) => `- \`${text}\``).join('\n')].join('\n\n');
    const rows = lines.map(({ text }) => [`\`${text}\``, LOG_IN_WORDS[text]?.[language] ?? '']);
    const head = language === 'fr' ? ['ligne', 'sens, et que faire'] : ['line', 'what it means, what to do'];
    return [heading, table(head, rows)].join('\n\n');
  }).join('\n\n');
}
