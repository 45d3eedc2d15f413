/** Whether a body has no more values than that, those inside of others counted; it may be nested deeper than the stack goes. */
export function hasAtMost(most: number, value: unknown): boolean {
  const waiting: unknown[] = [value];
  for (let next = 0; next < waiting.length; next += 1) {
    const one = waiting[next];
    if (typeof one !== 'object' || one === null) continue;
    const inner: unknown[] = Object.values(one);
    if (waiting.length + inner.length > most) return false;
    waiting.push(...inner);
  }
  return true;
}
