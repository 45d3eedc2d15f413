import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const FILE = 'running.json';
/** How long a sandbox may take to say that it is there. */
const PATIENCE_MS = 1_000;
/** Names of this process's own claims: who has two sandboxes in one process knows of both. */
const own = new Set<string>();

interface Owner {
  port: number;
  name: string;
}

/**
 * Claims a folder for this process; gives what lets it go. Two sandboxes that write one journal would lose what one of them
 * has acknowledged. Whether the last owner lives is asked of itself, at a port that the system closes with its process.
 * @throws Error in plain words when it does.
 */
export async function claimFolder(folder: string): Promise<() => void> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, FILE);
  const owner = readOwner(path);
  if (owner && !own.has(owner.name) && (await isThere(owner))) {
    throw new Error(`another sandbox uses the folder ${folder}: stop it, or choose another`);
  }
  const name = randomBytes(16).toString('hex');
  const server = createServer((socket) => socket.on('error', () => undefined).end(name)).unref();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen({ host: '127.0.0.1', port: 0 }, resolve);
  });
  own.add(name);
  const { port } = server.address() as AddressInfo;
  writeFileSync(path, JSON.stringify({ port, name } satisfies Owner));
  return () => server.close();
}

function readOwner(path: string): Owner | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Owner;
  } catch {
    return null;
  }
}

/** Whoever else has the port by now does not know the name. */
async function isThere({ port, name }: Owner): Promise<boolean> {
  try {
    const socket = connect({ host: '127.0.0.1', port });
    socket.setTimeout(PATIENCE_MS, () => socket.destroy());
    return (await text(socket)) === name;
  } catch {
    return false;
  }
}
