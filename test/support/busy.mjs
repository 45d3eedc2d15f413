/** Keeps a process busy: `node --import test/support/busy.mjs …` has its event loop lag by more than a second nearly always. */
const BUSY_MS = 1_500;

function burn() {
  const until = Date.now() + BUSY_MS;
  while (Date.now() < until);
  setTimeout(burn, 5);
}

// Not before it has started.
process.on('SIGUSR2', burn);
