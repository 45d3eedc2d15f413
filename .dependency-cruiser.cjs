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

const ground = ['^src/common/'];
const pureGround = [...ground, '^src/languages/', '^src/features/[^/]+/rules/', '^src/queue/rules/'];
const groundAndConfig = [...ground, '^src/config/', '^src/languages/'];
const hands = ['^src/infra/', '^src/discord-api/', '^src/queue/'];
const doors = ['rest-api', 'internal-api', 'discord-gateway', 'jobs'];

module.exports = {
  forbidden: [
    mayOnlyImport('common-stands-alone', '^src/common/', ground),
    mayOnlyImport('languages-know-only-common', '^src/languages/', [...ground, '^src/languages/']),
    mayOnlyImport('config-stands-on-ground', '^src/config/', groundAndConfig),
    mayOnlyImport('infra-opens-connections', '^src/infra/(?!migrations/)', [
      ...groundAndConfig,
      '^src/infra/',
    ]),
    // They know the collections of all rooms, and convert by the rooms' rules.
    mayOnlyImport('migrations-know-collections', '^src/infra/migrations/', [
      ...pureGround,
      '^src/config/',
      '^src/infra/',
      '\\.schema\\.ts$',
    ]),
    mayOnlyImport('rules-are-pure', '^src/.+/rules/', pureGround),
    mayOnlyImport('discord-api-knows-itself', '^src/discord-api/', [
      ...pureGround,
      '^src/config/',
      '^src/infra/',
      '^src/discord-api/',
    ]),
    // The outbox: a job's row is written before the queue hears of it, so the queue owns that one collection.
    mayOnlyImport('queue-knows-itself', '^src/queue/', [
      ...pureGround,
      '^src/config/',
      '^src/infra/',
      '^src/queue/',
    ]),
    mayOnlyImport('rooms-stand-on-hands', '^src/features/', [...groundAndConfig, ...hands, '^src/features/']),
    {
      name: 'rooms-ask-each-others-services',
      severity: 'error',
      comment: 'collections are the business of one room; others ask its service',
      from: { path: '^src/(features/[^/]+|queue)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '\\.(repository|schema)\\.ts$', pathNot: '^src/$1/' },
    },
    {
      name: 'doors-ask-services',
      severity: 'error',
      comment: 'a door never reads a collection',
      from: { path: doors.map((door) => `^src/${door}/`) },
      to: { path: '\\.(repository|schema)\\.ts$' },
    },
    ...doors.map((door) =>
      mayOnlyImport(`door-${door}-opens-on-rooms`, `^src/${door}/`, [
        ...groundAndConfig,
        '^src/features/',
        '^src/queue/',
        // The workers have connections of their own; the gateway's are leased.
        ...(['jobs', 'discord-gateway'].includes(door) ? ['^src/infra/redis\\.module\\.ts$'] : []),
        // What the gateway hears keeps true what calls to Discord remember.
        ...(door === 'discord-gateway' ? ['^src/discord-api/discord-(copies|api\\.module)\\.ts$'] : []),
        `^src/${door}/`,
      ]),
    ),
    {
      name: 'rules-are-plain-language',
      severity: 'error',
      comment: 'rules/ holds types and pure rules: no library, no Node.js API',
      from: { path: '^src/.+/rules/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'core'] },
    },
    {
      name: 'mongoose-lives-in-repositories',
      severity: 'error',
      comment: 'mongoose: only in *.repository.ts, *.schema.ts, modules that register schemas, and infra/',
      from: {
        path: '^src/',
        pathNot: ['^src/infra/', '\\.(repository|schema|module)\\.ts$', '\\.spec\\.ts$'],
      },
      to: { path: ['node_modules/mongoose/', 'node_modules/@nestjs/mongoose/'] },
    },
    {
      name: 'redis-is-opened-in-one-place',
      severity: 'error',
      comment: 'ask infra/redis.module for a connection: it logs errors and closes it',
      from: { path: '^src/', pathNot: ['^src/infra/'] },
      to: { path: 'node_modules/ioredis/', dependencyTypesNot: ['type-only'] },
    },
    livesOnlyIn(['bullmq'], ['queue', 'jobs']),
    livesOnlyIn(['@bull-board'], ['rest-api']),
    livesOnlyIn(['openid-client'], ['discord-api']),
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
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'a file that is never imported and that starts nothing is dead',
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
