import { exec, execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Client, Events, GatewayIntentBits } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectTo } from '../src/index.js';

const run = promisify(execFile);
const shell = promisify(exec);
const PACKAGE = fileURLToPath(new URL('..', import.meta.url));

interface Description {
  name: string;
  version: string;
  license: string;
  dependencies: Record<string, string>;
}

/** What was built is what is packed: `npm run build -w sandbox` comes first. */
describe('the package, in an empty folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'discord-sandbox-'));
  const modules = join(folder, 'node_modules');
  const installed = join(modules, 'discord-sandbox');
  let description: Description;
  let files: string[];
  let archive: string;
  let child: ChildProcess;
  let line: string;

  beforeAll(async () => {
    const { stdout } = await run('npm', ['pack', PACKAGE, '--json', '--pack-destination', folder]);
    const [packed] = JSON.parse(stdout) as { filename: string; files: { path: string }[] }[];
    files = packed?.files.map(({ path }) => path) ?? [];
    mkdirSync(installed, { recursive: true });
    archive = join(folder, packed?.filename ?? '');
    await run('tar', ['xzf', archive, '-C', installed, '--strip-components=1']);
    description = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Description;
    install();
    // As npx does it; the shell that it starts is ended with it.
    const args = ['exec', '--offline', '--', 'discord-sandbox', '--port', '0', '--server', 'Mine'];
    child = spawn('npm', args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
    if (!child.stdout) throw new Error('no output');
    [line] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  }, 60_000);
  afterAll(async () => {
    const ended = once(child, 'exit');
    process.kill(-(child.pid ?? 0), 'SIGTERM');
    await ended;
    rmSync(folder, { recursive: true });
  });

  /** Puts what the package says that it needs beside it, and nothing else: from this repository, not from the network. */
  function install(): void {
    for (const name of Object.keys(description.dependencies)) {
      const target = join(modules, name);
      mkdirSync(dirname(target), { recursive: true });
      symlinkSync(packageFolder(name), target);
    }
    mkdirSync(join(modules, '.bin'));
    const program = join(installed, 'dist/cli.js');
    chmodSync(program, 0o755);
    symlinkSync(program, join(modules, '.bin/discord-sandbox'));
  }

  it('has what it needs, and nothing that only its makers need', () => {
    expect(description).toMatchObject({ name: 'discord-sandbox', license: 'MIT' });
    expect(description.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(readFileSync(join(installed, 'CHANGELOG.md'), 'utf8')).toContain(`## ${description.version}\n`);
    expect(files).toEqual(
      expect.arrayContaining(['README.md', 'LICENSE', 'dist/cli.js', 'dist/index.d.ts', 'page/index.html']),
    );
    expect(files.filter((file) => !/^(dist|page)\/|^(\w+\.md|LICENSE|package\.json)$/.test(file))).toEqual(
      [],
    );
    expect(files.filter((file) => /\.map$/.test(file))).toEqual([]);
  });

  it('brings nothing that wants a newer Node.js', async (test) => {
    const elsewhere = mkdtempSync(join(folder, 'elsewhere-'));
    // What the package manager would choose today, by the registry; nothing is installed.
    const command =
      'npm install --package-lock-only --ignore-scripts --no-audit --loglevel=warn --fetch-retries=0';
    const { stderr } = await shell(`${command} --prefix ${elsewhere} ${archive}`).catch(
      (error: unknown) => error as { stderr: string },
    );
    if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT/.test(stderr)) test.skip('no registry can be reached');
    expect(stderr).not.toMatch(/EBADENGINE|npm error/);
  });

  it('starts by npx, and a bot of discord.js answers a command there', async () => {
    const [, api = '', token = ''] = /API (\S+?), token (\S+?)\)/.exec(line) ?? [];
    const client = connectTo(api.replace(/\/api$/, ''));
    const bot = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api } });
    bot.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isChatInputCommand()) void interaction.reply('Pong!');
    });
    const ready = once(bot, Events.ClientReady);
    await bot.login(token);
    await ready;
    await bot.application?.commands.set([{ name: 'ping', description: 'Is the bot there?' }]);
    const [server] = await client.listGuilds();
    const guild = await client.readGuild({ guild_id: server?.id ?? '' });
    const place = { channel_id: guild.channels[0]?.id ?? '', user_id: guild.owner_id };
    const answer = await client.useCommand({ ...place, name: 'ping' });
    expect([guild.name, answer.message?.content]).toEqual(['Mine', 'Pong!']);
    await bot.destroy();
  });

  it('serves its page whole', async () => {
    const [, url = ''] = /ready at (\S+)/.exec(line) ?? [];
    for (const path of ['/', '/assets/app.js', '/assets/vendor/preact.js', '/assets/discord-view/host.js'])
      expect([path, (await fetch(url + path)).status]).toEqual([path, 200]);
  });
});

/** Where the package manager has put a package for the sandbox. */
function packageFolder(name: string): string {
  const folders = ['node_modules', '../node_modules'].map((place) => resolve(PACKAGE, place, name));
  const folder = folders.find((one) => existsSync(one));
  if (folder === undefined) throw new Error(`${name} is not installed`);
  return folder;
}
