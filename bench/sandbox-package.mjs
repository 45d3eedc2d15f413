/**
 * How large the sandbox's package is, and how fast it starts, as who installs it gets it: packed, and installed from the registry into
 * an empty folder.
 *
 *     npm run build -w sandbox && node bench/sandbox-package.mjs
 *
 * STARTS (5) is how often it is started. The aims: ready within a second, and 120 MB of memory and of disk at most.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { memory, start } from './support/load.mjs';

const STARTS = Number(process.env.STARTS ?? 5);
const folder = mkdtempSync(join(tmpdir(), 'discord-sandbox-'));
const npm = (...args) => execFileSync('npm', args, { cwd: folder, encoding: 'utf8' });

try {
  const [packed] = JSON.parse(npm('pack', fileURLToPath(new URL('../sandbox', import.meta.url)), '--json'));
  npm('init', '-y');
  npm('install', '--prefer-offline', '--no-audit', '--no-fund', `./${packed.filename}`);
  const installed = join(folder, 'node_modules/discord-sandbox');
  const { name, version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  const times = [];
  let most = 0;
  for (let i = 0; i < STARTS; i += 1) {
    const began = performance.now();
    const { child } = await start(join(installed, 'dist/cli.js'), ['--port', '0']);
    times.push(performance.now() - began);
    most = Math.max(most, memory(child.pid).now);
    child.kill();
  }
  const median = times.sort((a, b) => a - b)[Math.floor(STARTS / 2)];
  const disk = Number(
    execFileSync('du', ['-sm', join(folder, 'node_modules')], { encoding: 'utf8' }).split('\t')[0],
  );
  console.table([
    { what: `${name} ${version}: packed, kB`, got: Math.round(packed.size / 1_000) },
    { what: 'installed with what it needs, MB', got: disk, aim: 120 },
    { what: 'until it is ready, ms', got: Math.round(median), aim: 1_000 },
    { what: 'memory, MB', got: most, aim: 120 },
  ]);
} finally {
  rmSync(folder, { recursive: true });
}
