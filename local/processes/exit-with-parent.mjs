/**
 * Preloaded (`node --import`) into every Node.js child of the local stack. The child keeps an IPC channel to
 * the supervisor for this alone: when the supervisor dies, even by `kill -9`, the channel closes, and the child
 * asks itself to stop as it would be asked by a signal, then leaves for good if that takes too long.
 *
 * Plain JavaScript, because it is run as it stands, from the sources, also by the tests.
 */
const lastResortMs = 4000;

process.on('disconnect', () => {
  setTimeout(() => process.exit(1), lastResortMs).unref();
  process.kill(process.pid, 'SIGTERM');
});
