/**
 * Says why a command failed, and ends its process: what had started before the failure, such as a connection to Redis, would keep
 * it running, and Nest closes none of that when a start fails.
 */
export function fail(message: string): void {
  process.stderr.write(`${message}\n`, () => process.exit(1));
}
