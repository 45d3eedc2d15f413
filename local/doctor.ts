/**
 * `npm run -s doctor -- --guild ID`: tries on a Discord server everything that VerseLink does there, with the token and the
 * databases of the running local stack, or of the environment.
 */
import path from 'node:path';
import { projectRoot } from './paths.js';
import { runCommand } from './stack/run-command.js';

const program = path.join(projectRoot, 'dist/src/cli/doctor.js');
await runCommand(program, ['MONGODB_URI', 'REDIS_URL', 'DISCORD_BOT_TOKEN']);
