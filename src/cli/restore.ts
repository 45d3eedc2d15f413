import 'reflect-metadata';
import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { Backup, BackupError } from '../infra/backup.js';
import { runWithDatabase } from './database-command.js';

// Puts a backup into the database while every process is stopped (docs/operations.md). Needs MONGODB_URI.

await runWithDatabase('Not restored', async (app) => {
  const options = { from: { type: 'string' }, drop: { type: 'boolean' } } as const;
  const { from, drop = false } = parseArgs({ options }).values;
  if (from === undefined) throw new BackupError('--from FILE names the backup');
  const documents = await app.get(Backup, { strict: false }).restore(() => createReadStream(from), drop);
  console.log(`${String(documents)} documents are restored. Next: npm run resync, then start every process.`);
});
