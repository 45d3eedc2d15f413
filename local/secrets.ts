import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Secrets that a local stack makes for itself when they are not set. They are kept, so that tokens stay valid. */
const localSecretNames = ['JWT_SECRET', 'INTERNAL_API_SECRET', 'DISCORD_BOT_WEBHOOK_SECRET'] as const;

/** One generated value for each name. */
export type LocalSecrets = Record<(typeof localSecretNames)[number], string>;

/** The secrets of a data directory; those that are missing are made and written, readable by the owner alone. */
export async function loadSecrets(dataDir: string): Promise<LocalSecrets> {
  const file = path.join(dataDir, 'secrets.json');
  const known = await readSecrets(file);
  const entries = localSecretNames.map((name) => [name, known[name] ?? randomBytes(32).toString('hex')]);
  const secrets = Object.fromEntries(entries) as LocalSecrets;
  if (localSecretNames.every((name) => known[name] !== undefined)) return secrets;
  await mkdir(dataDir, { recursive: true });
  await writeFile(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
  return secrets;
}

async function readSecrets(file: string): Promise<Partial<LocalSecrets>> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Partial<LocalSecrets>;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw new Error(`${file} cannot be read; move it away to have new secrets made.`, { cause: error });
  }
}
