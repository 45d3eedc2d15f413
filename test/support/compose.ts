import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.resolve(import.meta.dirname, '../..');
const cache = process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache');

/** A program that `bin/setup --containers` brings, and whether it has. */
export function containerTool(name: 'docker-compose' | 'kustomize'): { program: string; isHere: boolean } {
  const program = path.join(cache, 'verselink/containers', name);
  return { program, isHere: existsSync(program) };
}

/** It reads files; it needs no engine for that. */
const { program, isHere: hasCompose } = containerTool('docker-compose');
export { hasCompose };

/** As much of a service as the tests look at, as docker-compose understands the file. */
export interface ComposeService {
  readonly command?: readonly string[] | null;
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly init?: boolean;
  readonly logging: { readonly options: Readonly<Record<string, string>> };
  readonly mem_limit: string;
  readonly read_only?: boolean;
  readonly stop_grace_period?: string;
}

/** The services that `docker compose up` starts with this `.env` and these profiles, by name. @throws what docker-compose refuses */
export async function composeServices(
  variables: Readonly<Record<string, string>>,
  ...profiles: readonly string[]
): Promise<Readonly<Record<string, ComposeService>>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'verselink-compose-'));
  const envFile = path.join(folder, '.env');
  const lines = Object.entries({ ...variables, COMPOSE_PROFILES: profiles.join(',') });
  try {
    await writeFile(envFile, lines.map((line) => line.join('=')).join('\n'));
    const args = ['--env-file', envFile, 'config', '--format', 'json'];
    const { stdout } = await promisify(execFile)(program, args, { cwd: root, env: { HOME: folder } });
    return (JSON.parse(stdout) as { services: Record<string, ComposeService> }).services;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A `.env` in which everything is filled in that has to be. */
export const FILLED_IN: Readonly<Record<string, string>> = {
  INTERNAL_API_SECRET: 'compose-internal-secret-of-32-characters',
  JWT_SECRET: 'compose-jwt-secret-of-at-least-32-characters',
  DISCORD_BOT_WEBHOOK_SECRET: 'compose-webhook-secret',
  DISCORD_BOT_TOKEN: 'compose-bot-token',
  DISCORD_CLIENT_ID: '100000000000000001',
  DISCORD_CLIENT_SECRET: 'compose-client-secret',
  DISCORD_PUBLIC_KEY: 'ab'.repeat(32),
  PUBLIC_URL: 'https://verselink.example.org',
  MONGODB_PASSWORD: 'compose-mongodb-password',
  REDIS_PASSWORD: 'compose-redis-password',
};
