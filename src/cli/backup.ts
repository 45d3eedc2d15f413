import 'reflect-metadata';
import { createWriteStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { Backup } from '../infra/backup.js';
import { runWithDatabase } from './database-command.js';

// Writes everything that VerseLink keeps into a file, or to standard output (docs/operations.md). Needs MONGODB_URI.

await runWithDatabase('Nothing is backed up', async (app) => {
  const { to } = parseArgs({ options: { to: { type: 'string' } } }).values;
  const output = to === undefined ? process.stdout : createWriteStream(to, { flags: 'wx', mode: 0o600 });
  const documents = await app.get(Backup, { strict: false }).write(output);
  // Standard output may be the backup itself.
  process.stderr.write(`${String(documents)} documents are backed up.\n`);
});
