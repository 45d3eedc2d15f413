const watchParentMs = 500;

/**
 * Resolves with what asks this process to end: a signal, or the death of the `npm` that runs us (by `kill -9`, which
 * it cannot pass on). Later signals are heard and ignored: `npm` passes on the Ctrl-C that the terminal has sent to
 * everybody already.
 */
export function untilSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal));
    if (process.env['npm_lifecycle_event'] === undefined) return;
    const npm = process.ppid;
    setInterval(() => {
      if (process.ppid !== npm) resolve('npm is gone');
    }, watchParentMs).unref();
  });
}
