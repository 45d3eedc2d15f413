/**
 * `npm run -s token -- --discord-id ID [--handle H] [--site-admin]`: prints a bearer token and nothing else, against
 * the running local stack, or against the database that the environment names.
 */
import { spawn } from 'node:child_process';
import { issueTokenProgram } from './processes/issue-token.js';
import { loadSecrets } from './secrets.js';
import { isSet, loadDotEnv, readSettings, type Settings } from './settings.js';
import { isRunning } from './stack/claim.js';
import { readStackFile } from './stack/stack-file.js';

async function tokenEnvironment(settings: Settings): Promise<NodeJS.ProcessEnv> {
  const { environment, dataDir } = settings;
  if (isSet(environment, 'MONGODB_URI') && isSet(environment, 'JWT_SECRET')) return environment;
  const filledIn: Record<string, string> = { ...(await loadSecrets(dataDir)) };
  if (!isSet(environment, 'MONGODB_URI')) {
    const stack = await readStackFile(dataDir);
    if (stack === undefined || !(await isRunning(stack))) {
      throw new Error(
        `No local stack runs on ${dataDir}. Start it with "npm start", or set MONGODB_URI and JWT_SECRET.`,
      );
    }
    Object.assign(filledIn, stack.environment);
  }
  const set = Object.entries(environment).filter(([name]) => isSet(environment, name));
  return { ...filledIn, ...Object.fromEntries(set) };
}

try {
  loadDotEnv();
  const environment = await tokenEnvironment(readSettings(process.env));
  const child = spawn(process.execPath, [issueTokenProgram, ...process.argv.slice(2)], {
    env: environment,
    stdio: 'inherit',
  });
  child.once('exit', (code) => (process.exitCode = code ?? 1));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
