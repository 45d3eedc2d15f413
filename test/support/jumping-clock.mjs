// Preloaded into a process (`node --import`): its clock differs by as many milliseconds as the file says that CLOCK_OFFSET_FILE
// names. `Date` stays the same object, since libraries know it by that. Plain JavaScript, because it runs before the program.
import { readFileSync } from 'node:fs';
import { setInterval } from 'node:timers';

const file = process.env.CLOCK_OFFSET_FILE ?? '';
const now = Date.now;
let offset = 0;
setInterval(() => {
  offset = Number(readFileSync(file, 'utf8'));
}, 50).unref();

globalThis.Date = new Proxy(Date, {
  construct: (target, parts, made) =>
    Reflect.construct(target, parts.length === 0 ? [now() + offset] : parts, made),
  get: (target, name) => (name === 'now' ? () => now() + offset : Reflect.get(target, name)),
});
