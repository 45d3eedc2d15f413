import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PERMISSIONS } from '../../src/features/access/rules/permissions.js';
import { SUBSCRIBABLE } from '../../src/features/webhooks/rules/event-types.js';
import { JOBS, SCHEDULES } from '../../src/queue/catalogue.js';
import { variables } from '../generate/environment.js';
import { errorCodes } from '../generate/errors.js';
import { logLines } from '../generate/log.js';
import { operations } from '../generate/operations.js';
import { ERRORS_IN_WORDS } from '../texts/errors.js';
import { LOG_IN_WORDS } from '../texts/log.js';
import { VARIABLES_IN_FRENCH } from '../texts/environment.js';
import { builtPages, textOf } from './pages.js';

const pages = builtPages();

/** The text of pages whose address below the language begins so. */
function text(language: string, address: string): string {
  return pages
    .filter((page) => page.address.startsWith(`${language}/${address}`))
    .map(textOf)
    .join('\n');
}

describe.each(['en', 'fr'])('the pages in %s have of the code', (language) => {
  it.each([
    ['error code', 'troubleshooting/errors', errorCodes().map(({ code }) => code)],
    ['line of the log', 'troubleshooting/log', logLines().map((line) => line.text)],
    ['variable', 'admins/configuration', variables().known],
    ['kind of job', 'admins/jobs', [...Object.keys(JOBS), ...Object.keys(SCHEDULES)]],
    ['type of webhook', 'api/webhooks', SUBSCRIBABLE.filter((type) => type !== '*')],
    [
      'operation',
      'api/operations/',
      operations().map(({ method, path: at }) => `${method} ${at.replace('/api/v1', '')}`),
    ],
  ])('every %s', (_what, address, names) => {
    const found = text(language, address);
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !found.includes(name))).toEqual([]);
  });

  it('every permission, with the operations that ask for it', () => {
    const found = pages.find(({ address }) => address === `${language}/permissions.html`)?.html ?? '';
    const rows = found.match(/<td[^>]*>(?:✓|–)<\/td>/g) ?? [];
    expect(rows).toHaveLength(Object.keys(PERMISSIONS).length * 10);
    const listed = text(language, 'permissions');
    const missing = operations().filter(({ method, path: at }) => !listed.includes(`${method} ${at}`));
    expect(missing.map(({ method, path: at }) => `${method} ${at}`)).toEqual([]);
  });
});

describe('what cannot be made from the code', () => {
  it('is there for every error code: what to do about it', () => {
    expect(
      errorCodes()
        .filter(({ code }) => !(code in ERRORS_IN_WORDS))
        .map(({ code }) => code),
    ).toEqual([]);
  });

  it('is there for every warning and error of the log', () => {
    const lines = logLines().filter(({ level }) => level !== 'log');
    expect(lines.filter((line) => !(line.text in LOG_IN_WORDS)).map((line) => line.text)).toEqual([]);
  });

  it('is there for every variable: French words, and a place in .env.example', () => {
    const { described, known } = variables();
    expect(described.filter((name) => !(name in VARIABLES_IN_FRENCH))).toEqual([]);
    const example = readFileSync(path.join(import.meta.dirname, '../../.env.example'), 'utf8');
    expect(known.filter((name) => !example.includes(name))).toEqual([]);
  });
});
