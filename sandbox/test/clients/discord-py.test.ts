import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox, type RequestEntry, type Sandbox } from '../../src/index.js';
import { control } from '../support/http.js';
import { PYTHON } from './python.js';

const SCRIPT = fileURLToPath(new URL('discord_py.py', import.meta.url));
const STEPS = [
  'joins_a_server_and_caches_it',
  'sends_edits_replies_and_mentions',
  'reacts_and_pins',
  'manages_roles',
  'manages_channels_overwrites_and_threads',
  'posts_in_a_forum_with_a_tag',
  'asks_in_a_poll_and_ends_it',
  'writes_by_webhooks_and_direct_messages',
  'schedules_events',
  'answers_commands',
  'answers_components_and_modals',
  'answers_the_menus_of_users_and_messages',
  'attaches_files_and_reads_them_back',
  'makes_emojis',
  'moves_people_between_voice_channels',
  'waits_for_rate_limits',
  'resumes_after_a_cut',
  'takes_an_outage_for_an_outage',
];

interface Result {
  step: string;
  error: string | null;
}

describe.skipIf(PYTHON === undefined)('the real discord.py', () => {
  let sandbox: Sandbox;
  let results: Result[] = [];

  beforeAll(async () => {
    sandbox = await createSandbox();
    // -B: without a folder of compiled modules.
    const args = ['-B', SCRIPT, new URL(sandbox.url).host, sandbox.token];
    const { stdout, stderr } = await run(PYTHON ?? '', args);
    results = stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Result);
    if (results.length === 0) throw new Error(stderr);
  }, 120_000);

  afterAll(async () => {
    const log = await control<RequestEntry[]>(sandbox, 'GET', '/requests');
    await sandbox.close();
    expect(log.body.filter((r) => r.faults.length > 0 || r.answer_faults.length > 0)).toEqual([]);
  });

  it.each(STEPS)('%s', (step) => {
    expect(results.find((result) => result.step === step)).toEqual({ step, error: null });
  });

  it('knows every step of the script', () => {
    expect(results.map((result) => result.step)).toEqual(STEPS);
  });
});

async function run(command: string, args: string[]): Promise<{ stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(command, args, (_error, stdout, stderr) => resolve({ stdout, stderr }));
  });
}
