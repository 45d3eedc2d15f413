import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { nestSwagger } from './test/support/nest-swagger.js';

/** Test files that replace modules, clocks or loggers, or read what a process counts: each has modules of its own. */
const alone = [
  'test/medium/{dashboard,gateway-refusal,job-runs,database-away,mirror-fan-out}.test.ts',
  'test/tools/third-language.test.ts',
];

const application = {
  setupFiles: ['test/support/reflect-metadata.ts'],
  globalSetup: ['test/support/global-setup.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

const image: TestProjectConfiguration = {
  extends: true,
  test: { ...application, name: 'image', include: ['test/image/*.test.ts'] },
};
const pictures: TestProjectConfiguration = {
  extends: true,
  plugins: [nestSwagger()],
  test: { ...application, name: 'pictures', include: ['test/pictures/*.test.ts'] },
};

export default defineConfig({
  test: {
    // Two cores: tests wait half of their time, and more workers would only make them wait for one another.
    maxWorkers: 3,
    // On a busy machine what is waited for may come too late; a real fault fails every time.
    retry: process.env['CI'] === undefined ? 0 : 2,
    // Transformed files are kept between runs: one test file starts in 7 seconds instead of 26.
    experimental: { fsModuleCache: true },
    // What happens soon happens late on a busy machine: Vitest's own second is too short to tell that from never.
    expect: { poll: { timeout: 20_000, interval: 50 } },
    // What .ci/count-tests.mjs knows of skipped tests: those with a tag may be skipped where the machine lacks what it names.
    tags: [
      {
        name: 'discord-openapi',
        description: "Needs Discord's OpenAPI description, which is not part of the repository.",
      },
      {
        name: 'containers',
        description: 'Needs the programs of Debian 13 that `bin/setup --containers` unpacks.',
      },
      { name: 'on-demand', description: 'Takes minutes: `FAULTS=long npm run test:faults` runs it.' },
    ],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          isolate: false,
          include: ['src/**/*.spec.ts', 'local/**/*.spec.ts', 'sandbox/src/**/*.spec.ts'],
          setupFiles: ['test/support/reflect-metadata.ts'],
        },
      },
      {
        extends: true,
        plugins: [nestSwagger()],
        // One load of the application for all test files of a worker: loading it is a fifth of the run.
        test: {
          ...application,
          name: 'medium',
          include: ['test/**/*.test.ts'],
          exclude: [...alone, 'test/image/**', 'test/pictures/**'],
          isolate: false,
        },
      },
      {
        extends: true,
        plugins: [nestSwagger()],
        test: { ...application, name: 'alone', include: alone },
      },
      {
        extends: true,
        test: {
          name: 'sandbox',
          include: ['sandbox/test/**/*.test.ts'],
          isolate: false,
          testTimeout: 15_000,
        },
      },
      // Only when they are asked for, by `npm run image:check` and `npm run pictures`.
      ...(process.env['IMAGE'] === undefined ? [] : [image]),
      ...(process.env['PICTURES'] === undefined ? [] : [pictures]),
    ],
  },
});
