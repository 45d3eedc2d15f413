import { defineConfig } from 'vitest/config';

/** What `npm run docs:check` looks at: the site as it was built. */
export default defineConfig({
  test: {
    include: ['test/*.test.ts'],
    exclude: ['test/commands.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
