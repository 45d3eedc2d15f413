import { defineConfig } from 'vitest/config';
import { nestSwagger } from './test/support/nest-swagger.js';

export default defineConfig({
  test: {
    // Two cores: more workers only make every test wait for every other.
    maxWorkers: 2,
    // Transformed files are kept between runs: one test file starts in 7 seconds instead of 26.
    experimental: { fsModuleCache: true },
    // On a shared machine a process that starts slowly must not fail a whole run; a real fault fails every time.
    retry: process.env['CI'] === undefined ? 0 : 2,
    // What .ci/count-tests.mjs knows of skipped tests: those with a tag may be skipped where the machine lacks what it names.
    tags: [
      {
        name: 'discord-openapi',
        description: "Needs Discord's OpenAPI description, which is not part of the repository.",
      },
    ],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.spec.ts', 'local/**/*.spec.ts', 'sandbox/src/**/*.spec.ts'],
          setupFiles: ['test/support/reflect-metadata.ts'],
        },
      },
      {
        extends: true,
        plugins: [nestSwagger()],
        test: {
          name: 'medium',
          include: ['test/**/*.test.ts'],
          setupFiles: ['test/support/reflect-metadata.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: { name: 'sandbox', include: ['sandbox/test/**/*.test.ts'], testTimeout: 15_000 },
      },
    ],
  },
});
