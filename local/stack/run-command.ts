import { spawn } from 'node:child_process';
import { loadSecrets } from '../secrets.js';
import { isSet, loadDotEnv, readSettings, type Settings } from '../settings.js';
import { isRunning } from './claim.js';
import { readStackFile } from './stack-file.js';

/**
 * Runs a compiled command of the application against the running local stack, or against what the environment names.
 * @param needs variables without which the command asks for the stack
 */
export async function runCommand(program: string, needs: readonly string[]): Promise<void> {
  try {
    loadDotEnv();
    const env = await commandEnvironment(readSettings(process.env), needs);
    const child = spawn(process.execPath, [program, ...process.argv.slice(2)], { env, stdio: 'inherit' });
    // The terminal tells both; this one waits for what the command still has to do.
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.once('exit', (code) => (process.exitCode = code ?? 1));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

async function commandEnvironment(settings: Settings, needs: readonly string[]): Promise<NodeJS.ProcessEnv> {
  const { environment, dataDir } = settings;
  if (needs.every((name) => isSet(environment, name))) return environment;
  const filledIn: Record<string, string> = { ...(await loadSecrets(dataDir)) };
  const databases = needs.filter((name) => name !== 'JWT_SECRET');
  if (!databases.every((name) => isSet(environment, name))) {
    const stack = await readStackFile(dataDir);
    if (stack === undefined || !(await isRunning(stack))) {
      throw new Error(
        `No local stack runs on ${dataDir}. Start it with "npm start", or set ${needs.join(' and ')}.`,
      );
    }
    Object.assign(filledIn, stack.environment);
  }
  const set = Object.entries(environment).filter(([name]) => isSet(environment, name));
  return { ...filledIn, ...Object.fromEntries(set) };
}
