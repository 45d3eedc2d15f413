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
  'src/common/text.ts': [],
  'src/languages/fr/events.ts': ['../../common/text.js'],
  'src/features/events/rules/event.ts': ['../../../common/text.js', '../../../languages/fr/events.js'],
  'src/config/config.ts': ['../common/text.js', 'zod'],
  'src/infra/mongo.module.ts': ['../config/config.js', './migrations/migrations.js', 'mongoose'],
  'src/infra/migrations/migrations.ts': [
    '../../features/events/event.schema.js',
    '../../features/events/rules/event.js',
    'mongoose',
  ],
  'src/infra/redis.module.ts': ['../config/config.js', 'ioredis'],
  'src/queue/job-queue.ts': ['bullmq', '../config/config.js', '../infra/mongo.module.js'],
  'src/discord-api/messages.ts': ['discord.js', '../config/config.js', '../features/events/rules/event.js'],
  'src/features/events/event.schema.ts': ['./rules/event.js', 'mongoose'],
  'src/features/events/events.repository.ts': ['../../config/config.js', 'mongoose'],
  'src/features/events/events.service.ts': [
    './events.repository.js',
    '../users/users.service.js',
    '../../queue/job-queue.js',
    '../../discord-api/messages.js',
  ],
  'src/features/users/users.repository.ts': ['mongoose'],
  'src/features/users/users.service.ts': ['../events/rules/event.js', './users.repository.js'],
  'src/rest-api/events.ts': ['../features/events/events.service.js', '../features/users/users.service.js'],
  'src/internal-api/health.ts': ['../features/events/events.service.js'],
  'src/discord-gateway/button.ts': ['necord', 'discord.js', '../features/events/events.service.js'],
  'src/jobs/worker.ts': [
    'bullmq',
    '../infra/redis.module.js',
    '../queue/job-queue.js',
    '../features/events/events.service.js',
  ],
  'src/main.ts': [
    './rest-api/events.js',
    './internal-api/health.js',
    './discord-gateway/button.js',
    './jobs/worker.js',
  ],
  'local/start.ts': [],
  'sandbox/src/cli.ts': ['ws'],
};

/** Rule → a file that breaks it and the import that does. */
const violations: [rule: string, file: string, imported: string][] = [
  ['common-stands-alone', 'src/common/a.ts', '../queue/job-queue.js'],
  ['languages-know-only-common', 'src/languages/fr/a.ts', '../../features/events/rules/event.js'],
  ['rules-are-pure', 'src/features/events/rules/a.ts', '../../../config/config.js'],
  ['rules-are-pure', 'src/features/events/rules/d.ts', '../events.service.js'],
  ['rules-are-plain-language', 'src/features/events/rules/b.ts', 'uuid'],
  ['rules-are-plain-language', 'src/features/events/rules/c.ts', 'node:fs'],
  ['config-stands-on-ground', 'src/config/a.ts', '../infra/mongo.module.js'],
  ['infra-opens-connections', 'src/infra/a.ts', '../features/events/events.service.js'],
  ['infra-opens-connections', 'src/infra/b.ts', '../features/events/event.schema.js'],
  ['migrations-know-collections', 'src/infra/migrations/a.ts', '../../features/events/events.service.js'],
  ['discord-api-knows-itself', 'src/discord-api/a.ts', '../features/users/users.repository.js'],
  ['queue-knows-itself', 'src/queue/a.ts', '../discord-api/messages.js'],
  ['queue-knows-itself', 'src/queue/b.ts', '../features/users/users.service.js'],
  ['rooms-stand-on-hands', 'src/features/events/b.ts', '../../rest-api/events.js'],
  ['rooms-ask-each-others-services', 'src/features/events/a.ts', '../users/users.repository.js'],
  ['doors-ask-services', 'src/rest-api/a.ts', '../features/users/users.repository.js'],
  ['door-rest-api-opens-on-rooms', 'src/rest-api/b.ts', '../internal-api/health.js'],
  ['door-rest-api-opens-on-rooms', 'src/rest-api/c.ts', '../infra/mongo.module.js'],
  ['door-internal-api-opens-on-rooms', 'src/internal-api/a.ts', '../discord-api/messages.js'],
  ['door-discord-gateway-opens-on-rooms', 'src/discord-gateway/a.ts', '../jobs/worker.js'],
  ['door-jobs-opens-on-rooms', 'src/jobs/a.ts', '../infra/mongo.module.js'],
  ['mongoose-lives-in-repositories', 'src/features/events/c.ts', 'mongoose'],
  ['mongoose-lives-in-repositories', 'src/features/events/d.ts', '@nestjs/mongoose'],
  ['redis-is-opened-in-one-place', 'src/queue/c.ts', 'ioredis'],
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
  await write('src/common/cycle-a.ts', ['./cycle-b.js']);
  await write('src/common/cycle-b.ts', ['./cycle-a.js']);
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

it('refuses cycles and files that are never imported', () => {
  expect([...found]).toContain('no-cycles: src/common/cycle-a.ts');
  expect([...found]).toContain('no-orphans: src/features/events/orphan.ts');
});

it('allows the directions that the design allows', () => {
  const inAllowed = [...found].filter((violation) =>
    Object.keys(house).includes(violation.split(': ')[1] ?? ''),
  );
  expect(inAllowed).toEqual([]);
});
