/**
 * Resolves with the first signal that asks this process to end. Later ones are heard and ignored: `npm` passes on
 * the Ctrl-C that the terminal has sent to everybody already.
 */
export function untilSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal));
  });
}
