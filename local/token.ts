/**
 * `npm run -s token -- --discord-id ID [--handle H] [--site-admin]`: prints a bearer token and nothing else, against
 * the running local stack, or against the database that the environment names.
 */
import { issueTokenProgram } from './processes/issue-token.js';
import { runCommand } from './stack/run-command.js';

await runCommand(issueTokenProgram, ['MONGODB_URI', 'JWT_SECRET']);
