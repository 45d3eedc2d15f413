import { defineConfig } from 'vitest/config';

/** Measurements, on the databases that tests use: `npx vitest run --config bench/vitest.config.ts signups`. */
export default defineConfig({
  test: {
    include: ['bench/**/*.ts'],
    exclude: ['bench/vitest.config.ts', 'bench/support/**'],
    setupFiles: ['test/support/reflect-metadata.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    maxWorkers: 1,
    testTimeout: 600_000,
    disableConsoleIntercept: true,
  },
});
