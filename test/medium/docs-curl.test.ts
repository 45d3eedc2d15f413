import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INTERNAL_SECRET, startApp, type TestApp } from '../support/app.js';
import { startDiscord, type TestDiscord } from '../support/discord.js';

const GUILD = '1394001780148535387';
/** Of site/en/internal-api.md. */
const MEMBER = '123456789012345678';
const MAX_ROLE = '1424149819185827954';

const blocks = [
  ...(await readFile('site/en/internal-api.md', 'utf8')).matchAll(/```sh[^\n]*\n([\s\S]*?)```/g),
].map(([, block]) => block ?? '');
const [addresses = '', ...calls] = blocks;

let discord: TestDiscord;
let app: TestApp;
let environment: Record<string, string>;

beforeAll(async () => {
  discord = await startDiscord();
  await discord.control('POST', '/guilds', {
    id: GUILD,
    name: 'Main server',
    members: [{ id: MEMBER, username: 'nova' }],
    channels: [{ name: 'general', type: 0 }],
    roles: [{ id: MAX_ROLE, name: 'Moddy Max', position: 1 }],
  });
  app = await startApp({ run: 'api,bot', env: { ...discord.env, MAIN_GUILD_ID: GUILD } });
  environment = {
    PATH: process.env['PATH'] ?? '',
    BOT: app.internalUrl,
    BACKEND: app.url,
    INTERNAL_API_SECRET: INTERNAL_SECRET,
    SITE_ADMIN_TOKEN: (await app.user({ site_admin: true })).token,
  };
});

afterAll(async () => {
  await app.close();
  await discord.close();
});

describe('the lines of site/en/internal-api.md', () => {
  it('are all there', () => {
    expect(calls.filter((block) => block.startsWith('curl '))).toHaveLength(9);
  });

  it.each(calls.map((block) => [/"\$\w+(\/[^"]+)"/.exec(block)?.[1] ?? block, block]))(
    '%s works',
    async (path, block) => {
      const { stdout } = await promisify(execFile)('bash', ['-euc', `${addresses}\n${block}`], {
        env: environment,
      });
      if (path === '/metrics') {
        expect(stdout).toContain('# TYPE');
        return;
      }
      const answer = JSON.parse(stdout) as { success?: boolean; status?: string };
      expect(answer).toMatchObject(path === '/internal/user/info' ? { user_found: false } : {});
      expect(answer.success ?? true).toBe(path !== '/internal/user/info');
    },
  );
});
