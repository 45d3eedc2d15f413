import 'reflect-metadata';
import { Migrations } from '../infra/migrations/migrations.js';
import { runWithDatabase } from './database-command.js';

// Brings the database up to date and ends (docs/operations.md). Needs MONGODB_URI.

await runWithDatabase('Not migrated', async (app) => {
  await app.get(Migrations, { strict: false }).run();
  process.stdout.write('The database is up to date.\n');
});
