import { get } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setInterval } from 'node:timers';
import { parentPort, workerData } from 'node:worker_threads';

// Asks whether a process lives, as its supervisor does: four times a second, each time over a new connection, and without
// waiting for the answer before. In a thread of its own: a busy load generator would else be measured too.

const EVERY_MS = 250;
const PATIENCE_MS = 10_000;

/** One question; tells when it was asked, what came of it, and after how long. */
function ask() {
  const asked = Date.now();
  const began = performance.now();
  const tell = (outcome) => parentPort.postMessage({ asked, outcome, ms: performance.now() - began });
  const sent = get(workerData, { agent: false, timeout: PATIENCE_MS }, (answer) => {
    answer.resume();
    answer.once('end', () => tell(String(answer.statusCode)));
    answer.once('error', (error) => tell(error.code));
  });
  sent.once('timeout', () => sent.destroy(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })));
  sent.once('error', (error) => tell(error.code));
}

setInterval(ask, EVERY_MS);
