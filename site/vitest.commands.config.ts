import { defineConfig } from 'vitest/config';

/** `npm run docs:commands`: runs the commands that the site shows, on a clone of the repository. */
export default defineConfig({
  test: { include: ['test/commands.test.ts'], testTimeout: 900_000, hookTimeout: 900_000 },
});
