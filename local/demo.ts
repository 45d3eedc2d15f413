/**
 * `npm run demo`: the main job on a fresh local stack, each step read back from the Discord sandbox and printed with
 * its time. Exits with 0 only if every step was verified. Leaves nothing behind.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { demoSettings } from './demo/demo-settings.js';
import { DiscordView } from './demo/discord-view.js';
import { Walk } from './demo/walk.js';
import { JsonClient } from './http/json-client.js';
import { projectRoot } from './paths.js';
import { issueToken } from './processes/issue-token.js';
import { untilSignal } from './processes/until-signal.js';
import { progressLine, seconds } from './progress.js';
import { organizer } from './seed/first-server.js';
import { seed } from './seed/seed.js';
import { Stack } from './stack/stack.js';

/** Where the sandbox finds Discord's OpenAPI description by itself. */
const openapiNextDoor = path.join(projectRoot, '../shared/discord-openapi.json');

async function walk(stack: Stack): Promise<void> {
  await stack.start();
  const { publicUrl, sandboxUrl } = stack.addresses;
  if (sandboxUrl === undefined) throw new Error('The demo needs the Discord sandbox.');
  const organizerToken = await issueToken(stack.environment, organizer);
  const { organizationId, guildId } = await seed({ publicUrl, sandboxUrl, organizerToken });
  const sandbox = new JsonClient(sandboxUrl);
  console.log(`\nThe main job, on ${publicUrl} and ${sandboxUrl}\n`);
  await new Walk({
    rest: new JsonClient(`${publicUrl}/api/v1`, organizerToken),
    sandbox,
    discord: new DiscordView(sandbox, guildId),
    organizationId,
    checksRequests: process.env['DISCORD_OPENAPI'] !== undefined || existsSync(openapiNextDoor),
  }).run();
}

async function main(): Promise<void> {
  const started = performance.now();
  const asked = untilSignal();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'vl-demo-'));
  console.log(`A fresh VerseLink in ${dataDir}\n`);
  const stack = new Stack(await demoSettings(dataDir, process.env), (...progress) =>
    console.log(progressLine(...progress)),
  );
  const walked = Promise.race([walk(stack), stack.failure]);
  try {
    const signal = await Promise.race([asked, walked]);
    if (signal !== undefined) throw new Error(`${signal}: stopped before the end`);
    console.log(`\nEvery step was verified. ${seconds(performance.now() - started)} in all.`);
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
  // What was still under way ends with the stack, and what it says then is of no interest.
  walked.catch(() => undefined);
  await stack.stop();
  await rm(dataDir, { recursive: true, force: true });
  process.exit();
}

await main();
