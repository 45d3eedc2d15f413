import 'reflect-metadata';
import { runDoctor } from './doctor/run.js';
import { fail } from './fail.js';

// Tries on an operator's own server everything that VerseLink does there, and cleans up (site/en/admins/real-discord.md).

const stop = new AbortController();
// A second Ctrl-C ends the process at once.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop.abort());

try {
  process.exitCode = await runDoctor(process.argv.slice(2), { print: console.log, stop: stop.signal });
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
