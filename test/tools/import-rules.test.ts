import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

/**
 * The rules of .dependency-cruiser.cjs, run over a small house in which every file breaks one of them (and
 * `allowed` none), so that a rule that has stopped biting is noticed.
 */
const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '../..');

/** File → what it imports. */
const house: Record<string, string[]> = {
  'src/domain/events/event.ts': [],
  'src/common/text.ts': ['../domain/events/event.js'],
  'src/config/config.ts': ['../common/text.js', 'zod'],
  'src/repositories/events/events.repository.ts': ['../../config/config.js', 'mongoose'],
  'src/repositories/users/users.repository.ts': ['mongoose'],
  'src/queue/job-queue.ts': ['bullmq', '../config/config.js'],
  'src/discord-api/messages.ts': ['discord.js', '../config/config.js'],
  'src/features/events/create-event.ts': [
    '../../repositories/events/events.repository.js',
    '../../queue/job-queue.js',
    '../../discord-api/messages.js',
  ],
  'src/features/guilds/register-guild.ts': ['../../domain/events/event.js'],
  'src/rest-api/events.ts': ['../features/events/create-event.js', '../features/guilds/register-guild.js'],
  'src/internal-api/health.ts': ['../features/events/create-event.js'],
  'src/discord-gateway/button.ts': ['necord', 'discord.js', '../features/events/create-event.js'],
  'src/jobs/mirror-event.ts': ['bullmq', '../queue/job-queue.js', '../features/events/create-event.js'],
  'src/main.ts': [
    './rest-api/events.js',
    './internal-api/health.js',
    './discord-gateway/button.js',
    './jobs/mirror-event.js',
    './repositories/users/users.repository.js',
  ],
  'local/start.ts': [],
  'sandbox/src/cli.ts': ['ws'],
};

/** Rule → a file that breaks it and the import that does. */
const violations: [rule: string, file: string, imported: string][] = [
  ['ground-stands-on-ground', 'src/domain/events/a.ts', '../../config/config.js'],
  ['ground-stands-on-ground', 'src/common/a.ts', '../queue/job-queue.js'],
  ['domain-is-plain-language', 'src/domain/events/b.ts', 'uuid'],
  ['domain-is-plain-language', 'src/domain/events/c.ts', 'node:fs'],
  ['config-stands-on-ground', 'src/config/a.ts', '../repositories/events/events.repository.js'],
  ['repositories-know-their-own-noun', 'src/repositories/users/a.ts', '../events/events.repository.js'],
  ['repositories-know-their-own-noun', 'src/repositories/users/b.ts', '../../queue/job-queue.js'],
  [
    'repositories-know-their-own-noun',
    'src/repositories/users/c.ts',
    '../../features/events/create-event.js',
  ],
  ['shared-repository-code-knows-no-noun', 'src/repositories/a.ts', './users/users.repository.js'],
  ['discord-api-knows-itself', 'src/discord-api/a.ts', '../repositories/users/users.repository.js'],
  ['queue-knows-itself-and-its-rows', 'src/queue/a.ts', '../discord-api/messages.js'],
  ['queue-knows-itself-and-its-rows', 'src/queue/b.ts', '../repositories/users/users.repository.js'],
  ['a-room-does-not-enter-another', 'src/features/events/a.ts', '../guilds/register-guild.js'],
  ['a-room-does-not-enter-another', 'src/features/events/b.ts', '../../rest-api/events.js'],
  ['door-rest-api-opens-on-rooms', 'src/rest-api/a.ts', '../repositories/users/users.repository.js'],
  ['door-rest-api-opens-on-rooms', 'src/rest-api/b.ts', '../internal-api/health.js'],
  ['door-rest-api-opens-on-rooms', 'src/rest-api/c.ts', '../queue/job-queue.js'],
  ['door-internal-api-opens-on-rooms', 'src/internal-api/a.ts', '../discord-api/messages.js'],
  [
    'door-discord-gateway-opens-on-rooms',
    'src/discord-gateway/a.ts',
    '../repositories/users/users.repository.js',
  ],
  ['door-jobs-opens-on-rooms', 'src/jobs/a.ts', '../repositories/users/users.repository.js'],
  ['mongoose-lives-only-in-repositories', 'src/features/events/c.ts', 'mongoose'],
  ['mongoose-lives-only-in-repositories', 'src/features/events/d.ts', '@nestjs/mongoose'],
  ['bullmq-lives-only-in-queue', 'src/features/events/e.ts', 'bullmq'],
  ['necord-lives-only-in-discord-gateway', 'src/features/events/f.ts', 'necord'],
  ['discord-js-lives-only-in-discord-gateway', 'src/features/events/g.ts', 'discord.js'],
  ['the-application-knows-nothing-around-it', 'src/rest-api/d.ts', '../../local/start.js'],
  ['the-application-knows-nothing-around-it', 'src/rest-api/e.ts', '../../sandbox/src/cli.js'],
  ['local-knows-only-addresses', 'local/a.ts', '../src/common/text.js'],
  ['the-sandbox-is-a-package-of-its-own', 'sandbox/src/a.ts', '../../src/common/text.js'],
  ['the-sandbox-is-not-built-with-the-client-it-tests', 'sandbox/src/b.ts', 'discord.js'],
  ['no-development-packages-in-the-application', 'src/rest-api/f.ts', 'vitest'],
  ['no-unresolvable', 'src/rest-api/g.ts', './nowhere.js'],
];

interface Report {
  summary: { violations: { rule: { name: string }; from: string }[] };
}

let home: string;
let found: Set<string>;

beforeAll(async () => {
  home = await realpath(await mkdtemp(path.join(tmpdir(), 'vl-imports-')));
  for (const [file, imports] of Object.entries(house)) await write(file, imports);
  for (const [, file, imported] of violations) await write(file, [imported]);
  await write('src/domain/events/cycle-a.ts', ['./cycle-b.js']);
  await write('src/domain/events/cycle-b.ts', ['./cycle-a.js']);
  await write('src/features/events/orphan.ts', []);
  for (const name of ['package.json', 'tsconfig.json', 'tsconfig.base.json', 'node_modules']) {
    await symlink(path.join(root, name), path.join(home, name));
  }
  found = await brokenRules();
});
afterAll(() => rm(home, { recursive: true, force: true }));

async function write(file: string, imports: string[]): Promise<void> {
  await mkdir(path.dirname(path.join(home, file)), { recursive: true });
  const lines = imports.map((name, i) => `import * as m${i} from '${name}';\nexport const n${i} = m${i};\n`);
  await writeFile(path.join(home, file), `${lines.join('')}export {};\n`);
}

/** Every violation found, as `rule: file`. */
async function brokenRules(): Promise<Set<string>> {
  const cli = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = path.join(root, '.dependency-cruiser.cjs');
  const args = [cli, 'src', 'local', 'sandbox/src', '--config', config, '--output-type', 'json'];
  const { stdout } = await run(process.execPath, args, { cwd: home, maxBuffer: 50_000_000 });
  const report = JSON.parse(stdout) as Report;
  return new Set(report.summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`));
}

it.each(violations)('%s refuses %s', (rule, file) => {
  expect([...found]).toContain(`${rule}: ${file}`);
});

it('refuses cycles and files that nobody imports', () => {
  expect([...found]).toContain('no-cycles: src/domain/events/cycle-a.ts');
  expect([...found]).toContain('no-orphans: src/features/events/orphan.ts');
});

it('allows the directions that the design allows', () => {
  const inAllowed = [...found].filter((violation) =>
    Object.keys(house).includes(violation.split(': ')[1] ?? ''),
  );
  expect(inAllowed).toEqual([]);
});
