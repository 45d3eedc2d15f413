import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../generate/sources.js';
import { writtenPages } from './pages.js';

const run = promisify(execFile);
const PORTS = { PORT: '18480', INTERNAL_PORT: '18430', SANDBOX_PORT: '18440' };

let folder: string;
let stack: ChildProcess;
let tokens: { readonly admin: string; readonly organizer: string };
/** The secrets that the stack has made for itself. */
let secrets: Record<string, string>;

/** Blocks that the pages say are to be run. Both languages have the same, which `pages.test.ts` sees to. */
const blocks = writtenPages('en').flatMap(({ file, text }) =>
  [...text.matchAll(/^( *)```sh run\n([^]*?)^ *```/gm)].map(
    ([, indent = '', block = '']) => [file, block.replaceAll(new RegExp(`^${indent}`, 'gm'), '')] as const,
  ),
);

// As the page "Try it" says: a copy of the repository, bin/setup, npm start.
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'verselink-docs-'));
  await run('git', ['clone', '--quiet', ROOT, folder]);
  await run('bin/setup', { cwd: folder, maxBuffer: 100_000_000 });
  stack = spawn('npm', ['start'], {
    cwd: folder,
    env: { ...process.env, ...PORTS },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  tokens = await new Promise((resolve, reject) => {
    let said = '';
    stack.on('exit', () => {
      reject(new Error(`npm start ended:\n${said}`));
    });
    stack.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const admin = /^admin=(\S+)$/m.exec(said)?.[1];
      const organizer = /^token=(\S+)$/m.exec(said)?.[1];
      if (said.includes('Ctrl-C stops everything') && admin !== undefined && organizer !== undefined)
        resolve({ admin, organizer });
    });
  });
  secrets = JSON.parse(await readFile(path.join(folder, '.data/secrets.json'), 'utf8')) as typeof secrets;
});

afterAll(async () => {
  if (stack.pid !== undefined) process.kill(-stack.pid, 'SIGINT');
  await new Promise((resolve) => stack.once('exit', resolve));
  await rm(folder, { recursive: true, force: true });
});

it.each(blocks)('%s: the commands work', async (_file, block) => {
  const script = block.replaceAll(/^(?:api|token)=.*$/gm, '');
  const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', script], {
    env: {
      PATH: process.env['PATH'],
      api: `http://localhost:${PORTS.PORT}/api/v1`,
      sandbox: `http://localhost:${PORTS.SANDBOX_PORT}`,
      token: tokens.organizer,
      admin: tokens.admin,
      DISCORD_BOT_WEBHOOK_SECRET: secrets['DISCORD_BOT_WEBHOOK_SECRET'],
    },
  });
  expect(stdout).toMatch(/^[{[]/);
});

it('sandbox.md: the sandbox starts by itself', async () => {
  const [, started = ''] =
    /```sh start\n(.*)\n/.exec(writtenPages('en').find(({ file }) => file === 'sandbox.md')?.text ?? '') ??
    [];
  expect(started).toContain('--port 4000');
  const sandbox = spawn('bash', ['-c', `exec ${started.replace('4000', '18450')}`], {
    cwd: folder,
    detached: true,
  });
  const said = await new Promise<string>((resolve) =>
    sandbox.stdout.once('data', (chunk: Buffer) => {
      resolve(chunk.toString());
    }),
  );
  const { status } = await fetch('http://127.0.0.1:18450/api/v10/gateway');
  if (sandbox.pid !== undefined) process.kill(-sandbox.pid, 'SIGINT');
  await new Promise((resolve) => sandbox.once('exit', resolve));
  expect({ status, said }).toEqual({ status: 200, said: expect.stringContaining('18450') as string });
});
