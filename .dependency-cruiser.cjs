/**
 * The import directions of docs/architecture.md, row by row ("imports only point down"), as a machine checks them.
 * Run it with `npm run check:imports`.
 */

/** A rule: files that match `from` may import, of src/, only what matches one of `to` (and npm packages). */
const mayOnlyImport = (name, from, to) => ({
  name,
  severity: 'error',
  comment: `see the table of imports in docs/architecture.md`,
  from: { path: from, pathNot: '\\.spec\\.ts$' },
  to: { path: '^src/', pathNot: to },
});

/** A rule: an npm package is at home in these folders of src/ and nowhere else. */
const livesOnlyIn = (packages, folders) => ({
  name: `${packages[0].replace(/\W+/g, '-')}-lives-only-in-${folders[0]}`,
  severity: 'error',
  comment: `${packages.join(', ')}: only in ${folders.join(', ')}`,
  from: { path: '^src/', pathNot: folders.map((folder) => `^src/${folder}/`) },
  to: { path: packages.map((name) => `node_modules/${name}/`) },
});

const ground = ['^src/domain/', '^src/common/'];
const groundAndConfig = [...ground, '^src/config/'];
const hands = ['^src/repositories/', '^src/discord-api/', '^src/queue/'];
const doors = ['rest-api', 'internal-api', 'discord-gateway', 'jobs'];

module.exports = {
  forbidden: [
    mayOnlyImport('ground-stands-on-ground', '^src/(domain|common)/', ground),
    mayOnlyImport('config-stands-on-ground', '^src/config/', groundAndConfig),
    mayOnlyImport('repositories-know-their-own-noun', '^src/repositories/([^/]+)/', [
      ...groundAndConfig,
      '^src/repositories/$1/',
      '^src/repositories/[^/]+\\.ts$',
    ]),
    mayOnlyImport('shared-repository-code-knows-no-noun', '^src/repositories/[^/]+\\.ts$', [
      ...groundAndConfig,
      '^src/repositories/[^/]+\\.ts$',
    ]),
    mayOnlyImport('discord-api-knows-itself', '^src/discord-api/', [...groundAndConfig, '^src/discord-api/']),
    // The outbox: a job's row is written before the queue hears of it, so the queue owns that one collection.
    mayOnlyImport('queue-knows-itself-and-its-rows', '^src/queue/', [
      ...groundAndConfig,
      '^src/queue/',
      '^src/repositories/discord-jobs/',
    ]),
    mayOnlyImport('a-room-does-not-enter-another', '^src/features/([^/]+)/', [
      ...groundAndConfig,
      ...hands,
      '^src/features/$1/',
    ]),
    ...doors.map((door) =>
      mayOnlyImport(`door-${door}-opens-on-rooms`, `^src/${door}/`, [
        ...groundAndConfig,
        '^src/features/',
        `^src/${door}/`,
        ...(door === 'jobs' ? ['^src/queue/'] : []),
      ]),
    ),
    {
      name: 'domain-is-plain-language',
      severity: 'error',
      comment: 'src/domain holds types and pure rules: no library, no Node.js API',
      from: { path: '^src/domain/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'core'] },
    },
    livesOnlyIn(['mongoose', '@nestjs/mongoose'], ['repositories']),
    livesOnlyIn(['bullmq'], ['queue', 'jobs']),
    livesOnlyIn(['necord'], ['discord-gateway']),
    livesOnlyIn(['discord\\.js', '@discordjs'], ['discord-gateway', 'discord-api']),
    {
      name: 'the-application-knows-nothing-around-it',
      severity: 'error',
      comment:
        'src/ never imports the sandbox, the local stack, tests or measurements; its specs may use the factories',
      from: { path: '^src/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(sandbox|local|test|bench|dist)/' },
    },
    {
      name: 'specs-borrow-only-factories',
      severity: 'error',
      from: { path: '^src/.*\\.spec\\.ts$' },
      to: { path: '^(sandbox|local|test|bench|dist)/', pathNot: '^test/factories/' },
    },
    {
      name: 'local-knows-only-addresses',
      severity: 'error',
      comment: 'the local stack starts programs; it shares no code with them',
      from: { path: '^local/' },
      to: { path: '^(src|sandbox|test|bench)/' },
    },
    {
      name: 'the-sandbox-is-a-package-of-its-own',
      severity: 'error',
      comment: 'sandbox/ knows nothing outside itself',
      from: { path: '^sandbox/' },
      to: { path: '^(src|local|test|bench|dist)/' },
    },
    {
      name: 'the-sandbox-is-not-built-with-the-client-it-tests',
      severity: 'error',
      from: { path: '^sandbox/src/' },
      to: { path: 'node_modules/(discord\\.js|@discordjs|necord|mongoose|ioredis|bullmq|@nestjs)/' },
    },
    { name: 'no-cycles', severity: 'error', from: { pathNot: '^sandbox/' }, to: { circular: true } },
    {
      name: 'no-cycles-at-run-time',
      severity: 'error',
      comment:
        'in the sandbox, the interface that hands its parts to the routes may name the types of those parts',
      from: { path: '^sandbox/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'a file that nobody imports and that starts nothing is dead',
      from: {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '^src/main\\.ts$',
          '^src/cli/',
          '^local/[^/]+\\.ts$',
          '\\.mjs$',
          '^sandbox/src/cli\\.ts$',
        ],
      },
      to: {},
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-development-packages-in-the-application',
      severity: 'error',
      comment: 'what src/ imports is in "dependencies"',
      from: { path: '^src/', pathNot: '\\.spec\\.ts$' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['npm', 'type-only'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(sandbox/)?dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
