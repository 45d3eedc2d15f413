import { freePort, isPortFree } from '../processes/ports.js';
import { defaultPorts, readSettings, type Settings } from '../settings.js';

/** Variables of this machine that a demo may see; what is configured for VerseLink must not reach it. */
const passedOn = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'LOG_LEVEL', 'DISCORD_OPENAPI'];

/** What a demo goes by: the ports that are asked for, else the usual ones where they are free, and a stack of its own in `dataDir`. */
export async function demoSettings(dataDir: string, given: NodeJS.ProcessEnv): Promise<Settings> {
  const environment: NodeJS.ProcessEnv = { DATA_DIR: dataDir };
  for (const name of passedOn) environment[name] = given[name];
  const { PORT, INTERNAL_PORT, INTERNAL_API_PORT, SANDBOX_PORT } = given;
  const asked = { PORT, INTERNAL_PORT: INTERNAL_PORT ?? INTERNAL_API_PORT, SANDBOX_PORT };
  for (const [name, port] of Object.entries(defaultPorts)) {
    environment[name] =
      asked[name as keyof typeof asked] ?? String((await isPortFree(port)) ? port : await freePort());
  }
  return readSettings(environment);
}
