/**
 * `npm start`: VerseLink with zero configuration. Starts what is not configured, then VerseLink, says where to look,
 * and stops all of it on Ctrl-C.
 */
import { issueToken } from './processes/issue-token.js';
import { untilSignal } from './processes/until-signal.js';
import { progressLine } from './progress.js';
import { organizer, siteAdmin } from './seed/first-server.js';
import { seedOnce } from './seed/seed-once.js';
import { loadDotEnv, readSettings, type Settings } from './settings.js';
import { Stack } from './stack/stack.js';
import { welcomeText } from './welcome.js';

async function bringUp(stack: Stack, settings: Settings): Promise<void> {
  await stack.start();
  const { environment, addresses } = stack;
  const [siteAdminToken, organizerToken] = await Promise.all([
    issueToken(environment, { ...siteAdmin, siteAdmin: true }),
    issueToken(environment, organizer),
  ]);
  const { publicUrl, sandboxUrl } = addresses;
  const seeded =
    stack.isAllLocal && sandboxUrl !== undefined
      ? await seedOnce(settings.dataDir, { publicUrl, sandboxUrl, organizerToken })
      : undefined;
  console.log(welcomeText({ addresses, siteAdminToken, organizerToken, seeded, now: new Date() }));
}

async function main(): Promise<void> {
  const asked = untilSignal();
  loadDotEnv();
  const settings = readSettings(process.env);
  console.log(`VerseLink, with its data and logs in ${settings.dataDir}\n`);
  const stack = new Stack(settings, (...progress) => console.log(progressLine(...progress)));
  const failed = Promise.race([bringUp(stack, settings).then(() => stack.failure), stack.failure]);
  try {
    const signal = await Promise.race([asked, failed]);
    console.log(`\n${signal}: stopping`);
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
  // What was still starting ends with the stack, and what it says then is of no interest.
  failed.catch(() => undefined);
  const started = performance.now();
  await stack.stop();
  console.log(`Stopped after ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  process.exit();
}

await main();
