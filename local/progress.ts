/** One line for a part that has come up, as `npm start` and the demo print it. */
export function progressLine(part: string, where: string, ms: number): string {
  return `  ${part.padEnd(16)} ${seconds(ms).padStart(7)}   ${where}`;
}

/** A duration for people, e.g. `1.24 s`. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
