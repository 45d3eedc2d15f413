/**
 * `node local/run.mjs start|demo|token|doctor [arguments]`: runs a compiled command of the local stack, and says what to do
 * when nothing has been compiled yet. Plain JavaScript, because it runs before there is a build.
 */
import { existsSync } from 'node:fs';

const [program = ''] = process.argv.splice(2, 1);
const compiled = ['start', 'demo', 'token', 'doctor'].includes(program)
  ? new URL(`../dist/local/${program}.js`, import.meta.url)
  : undefined;

if (compiled === undefined) {
  console.error('usage: node local/run.mjs start|demo|token|doctor');
  process.exitCode = 2;
} else if (!existsSync(compiled) || !existsSync(new URL('../node_modules', import.meta.url))) {
  console.error('VerseLink is not set up yet. Run this first: bin/setup');
  process.exitCode = 1;
} else {
  await import(compiled.href);
}
