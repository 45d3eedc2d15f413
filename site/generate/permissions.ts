import {
  may,
  PERMISSIONS,
  type Permission,
  RANKS,
  type Standing,
} from '../../src/features/access/rules/permissions.js';
import { PERMISSIONS_IN_FRENCH } from '../texts/permissions.js';
import { type Language, table } from './markdown.js';
import { readSource } from './sources.js';

const COLUMNS: readonly (readonly [fr: string, en: string, standing: Standing])[] = [
  ...(
    [
      ['tous', 'anyone'],
      ['connecté', 'user'],
      ['membre', 'member'],
      ['équipe', 'staff'],
      ['admin', 'admin'],
      ['propriétaire', 'owner'],
      ['admin du site', 'site admin'],
    ] as const
  ).map(([fr, en], index) => [fr, en, { rank: RANKS[index] ?? 'anyone', ties: [] }] as const),
  ['organisateur', 'organizer', { rank: 'member', ties: ['organizer'] }],
  ['invité', 'invited', { rank: 'user', ties: ['invited'] }],
  ['le sien', 'own', { rank: 'user', ties: ['self'] }],
];

/** The table of who may do what, and below it the operations that ask for each permission. */
export function permissionsPart(language: Language): string {
  const french = language === 'fr';
  const names = Object.keys(PERMISSIONS) as Permission[];
  const what = (name: Permission) => (french ? PERMISSIONS_IN_FRENCH[name] : PERMISSIONS[name].what);
  const head = [french ? 'peut …' : 'may …', ...COLUMNS.map(([fr, en]) => (french ? fr : en))];
  const rows = names.map((name) => [
    what(name),
    ...COLUMNS.map(([, , standing]) => (may(standing, name) ? '✓' : '–')),
  ]);
  const operations = operationsByPermission();
  const parts = names
    .filter((name) => operations.has(name))
    .flatMap((name) => [
      `### ${what(name)} {#${name.replace('.', '-')}}`,
      `\`${name}\``,
      operations.get(name) ?? '',
    ]);
  return [table(head, rows), `## ${french ? 'Par opération' : 'By operation'} {#operations}`, ...parts].join(
    '\n\n',
  );
}

/** As docs/permissions.md lists them, which a test writes and compares with the running application. */
function operationsByPermission(): ReadonlyMap<string, string> {
  const sections = readSource('docs/permissions.md').matchAll(/\*\*.+\*\* \(`([\w.]+)`\)\n\n((?:- .+\n)+)/g);
  return new Map([...sections].map(([, name = '', list = '']) => [name, list.trim()]));
}
