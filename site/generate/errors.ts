import { ERRORS_IN_WORDS } from '../texts/errors.js';
import type { Language } from './markdown.js';
import { type Call, callsInSources, readSource } from './sources.js';

/** A code that a refusal of the API carries. */
interface ErrorCode {
  readonly code: string;
  readonly status: number;
  /** What the API says beside it, in English. */
  readonly messages: readonly string[];
}

const STATUS_OF_KIND: Readonly<Record<string, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  outdated: 412,
  unavailable: 503,
};

/** What doors refuse before a rule is asked; `src/rest-api/problem/problem.ts` has them in a table of its own. */
const PROBLEMS = 'src/rest-api/problem/problem.ts';

const KIND_IN_WORDS: readonly (readonly [status: number, fr: string, en: string])[] = [
  [400, 'la requête ne se lit pas', 'the request cannot be read'],
  [401, "pas de jeton, ou un jeton qui n'est pas bon", 'no token, or one that is not good'],
  [403, "vous n'en avez pas le droit", 'you may not do this'],
  [404, "n'existe pas, ou vous ne pouvez pas le voir", 'is not there, or you may not see it'],
  [408, 'trop lent', 'too slow'],
  [409, "l'état de l'objet ne le permet pas", 'the state of the object does not allow it'],
  [412, 'modifié entre-temps', 'changed meanwhile'],
  [413, 'trop grand', 'too large'],
  [414, 'adresse trop longue', 'address too long'],
  [415, "d'un type qui n'est pas accepté", 'of a type that is not taken'],
  [422, 'un champ est faux ou inconnu', 'a field is wrong, or unknown'],
  [429, 'trop de requêtes', 'too many requests'],
  [431, 'en-têtes trop longs', 'headers too large'],
  [500, 'une panne de notre côté', 'a failure on our side'],
  [503, 'une partie ne répond pas', 'a part does not answer'],
];

/** Every error code in the code of the application. */
export function errorCodes(): ErrorCode[] {
  const found = new Map<string, { status: number; messages: Set<string> }>();
  for (const { code, status, message } of [...callsInSources().flatMap(codesOf), ...problems()]) {
    const entry = found.get(code) ?? { status, messages: new Set() };
    found.set(code, entry);
    if (message !== null) entry.messages.add(message);
  }
  return [...found]
    .map(([code, { status, messages }]) => ({ code, status, messages: [...messages] }))
    .toSorted((one, other) => one.status - other.status || one.code.localeCompare(other.code));
}

interface Found {
  readonly code: string;
  readonly status: number;
  readonly message: string | null;
}

/** What a call of one of the helpers of `src/common/errors.ts` throws. */
function codesOf({ name, texts, file }: Call): Found[] {
  if (file === 'src/common/errors.ts') return texts.length === 0 ? [] : ownCodes(name, texts);
  const [first = null, second = null] = texts;
  switch (name) {
    case 'conflict':
      return known(first, 409, second);
    case 'forbidden':
      return texts.length < 2 ? known('forbidden', 403, first) : known(second, 403, first);
    case 'notFound':
    case 'hiddenAs':
      return first === null
        ? []
        : [{ code: `${first}_not_found`, status: 404, message: `No such ${first.replaceAll('_', ' ')}.` }];
    case 'DomainError':
      return known(second, STATUS_OF_KIND[first ?? ''] ?? 409, texts[2] ?? null);
    default:
      return [];
  }
}

/** The helpers that have a code of their own: `invalid`, `unauthenticated`, `unavailable`. */
function ownCodes(name: string, texts: readonly (string | null)[]): Found[] {
  const [kind = null, code = null, message = null] = texts;
  return name === 'DomainError' && code !== null && !code.includes('…')
    ? known(code, STATUS_OF_KIND[kind ?? ''] ?? 409, message)
    : [];
}

const known = (code: string | null, status: number, message: string | null): Found[] =>
  code === null ? [] : [{ code, status, message }];

function problems(): Found[] {
  const text = readSource(PROBLEMS);
  const inTable = text.matchAll(/^ {2}(\d{3}): \{\s*code: '(\w+)',\s*detail: '([^']+)'/gm);
  const inCalls = text.matchAll(/problem\((\d{3}|status), '(\w+)', (?:'([^']+)'|detail)/g);
  return [...inTable, ...inCalls].map(([, status = '', code = '', message]) => ({
    code,
    status: status === 'status' ? 400 : Number(status),
    message: message ?? null,
  }));
}

/** A section for each status, and in it one for each code. */
export function errorsPart(language: Language): string {
  const codes = errorCodes();
  return KIND_IN_WORDS.map(([status, fr, en]) => {
    const ofStatus = codes.filter((one) => one.status === status);
    const heading = `## ${String(status)}: ${language === 'fr' ? fr : en} {#status-${String(status)}}`;
    return ofStatus.length === 0
      ? ''
      : [heading, ...ofStatus.map((one) => codePart(one, language))].join('\n\n');
  }).join('\n\n');
}

function codePart({ code, messages }: ErrorCode, language: Language): string {
  const advice = ERRORS_IN_WORDS[code]?.[language] ?? '';
  const said = messages.map((message) => `> ${message.replaceAll('<', '&lt;')}`).join('\n>\n');
  return [`### \`${code}\` {#${code}}`, said, advice].filter((part) => part !== '').join('\n\n');
}
