import { existsSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './paths.js';

/** What the local stack itself has to know of the environment; the rest goes to the application as it is. */
export interface Settings {
  /** Where the databases, the sandbox's world, the secrets and the logs live. Absolute. */
  readonly dataDir: string;
  readonly port: number;
  readonly internalPort: number;
  readonly sandboxPort: number;
  /** What the person has set, before the stack adds anything. */
  readonly environment: NodeJS.ProcessEnv;
}

/** The defaults of the ports, by the name of the variable that changes them. */
export const defaultPorts = { PORT: 8080, INTERNAL_PORT: 3000, SANDBOX_PORT: 4000 } as const;

/** Adds the variables of the file `.env`, where there is one; what the environment sets already stays. */
export function loadDotEnv(): void {
  const file = path.join(projectRoot, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

/**
 * Reads the settings.
 * @throws Error naming the variable when a port is not one.
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  return {
    dataDir: path.resolve(projectRoot, valueOf(environment, 'DATA_DIR') ?? '.data'),
    port: portOf(environment, 'PORT', defaultPorts.PORT),
    internalPort: portOf(
      environment,
      isSet(environment, 'INTERNAL_PORT') ? 'INTERNAL_PORT' : 'INTERNAL_API_PORT',
      defaultPorts.INTERNAL_PORT,
    ),
    sandboxPort: portOf(environment, 'SANDBOX_PORT', defaultPorts.SANDBOX_PORT),
    environment,
  };
}

/** Whether a variable says something; empty means not set, as in an env file. */
export function isSet(environment: NodeJS.ProcessEnv, name: string): boolean {
  return valueOf(environment, name) !== undefined;
}

function valueOf(environment: NodeJS.ProcessEnv, name: string): string | undefined {
  const value = environment[name]?.trim();
  return value === '' ? undefined : value;
}

function portOf(environment: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const value = valueOf(environment, name);
  if (value === undefined) return fallback;
  const port = Number(value);
  if (Number.isInteger(port) && port > 0 && port <= 65_535) return port;
  throw new Error(`${name} must be a port number from 1 to 65535.`);
}
