import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox, type GuildView, type Sandbox } from '../../src/index.js';
import { channelNamed, makeGuild, userNamed } from '../support/http.js';
import { PYTHON } from './python.js';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const [, SECTION = ''] = /## A first bot\n(.*?)\n## /s.exec(README) ?? [];

/** What whoever follows the README does: the code as it is printed, in a file that is run. Only the sandbox's port differs. */
describe('the first bot of the README', () => {
  const folder = mkdtempSync(join(tmpdir(), 'first-bot-'));
  let sandbox: Sandbox;
  let guild: GuildView;

  beforeAll(async () => {
    sandbox = await createSandbox({ rateLimits: { identifyWindowMs: 0 } });
    guild = await makeGuild(sandbox);
    symlinkSync(
      fileURLToPath(new URL('../../../node_modules', import.meta.url)),
      join(folder, 'node_modules'),
    );
  });
  afterAll(async () => {
    await sandbox.close();
    rmSync(folder, { recursive: true });
  });

  async function answerOf(command: string, language: string, file: string): Promise<string | undefined> {
    const [, code = ''] = new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(SECTION) ?? [];
    writeFileSync(join(folder, file), code.replaceAll('127.0.0.1:4000', new URL(sandbox.url).host));
    const env = { ...process.env, DISCORD_TOKEN: sandbox.token, PYTHONUNBUFFERED: '1' };
    const bot = spawn(command, [join(folder, file)], { env });
    const ended = once(bot, 'exit');
    let said = '';
    bot.stderr.on('data', (text) => (said += String(text)));
    try {
      const [line] = (await Promise.race([once(bot.stdout, 'data'), ended])) as [unknown];
      expect(String(line), said).toBe('Ready: use /ping\n');
      const place = { channel_id: channelNamed(guild, 'events'), user_id: userNamed(guild, 'ada') };
      return (await sandbox.client.useCommand({ ...place, name: 'ping' })).message?.content;
    } finally {
      bot.kill();
      await ended;
    }
  }

  it('answers in JavaScript', async () => {
    expect(await answerOf(process.execPath, 'js', 'bot.mjs')).toBe('Pong!');
  });

  it.skipIf(PYTHON === undefined)('answers in Python', async () => {
    expect(await answerOf(PYTHON ?? '', 'py', 'bot.py')).toBe('Pong!');
  });
});
