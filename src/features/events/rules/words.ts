import { nameFault, tidy } from '../../../common/names.js';
import type { RoleInput } from './input.js';
import { EVENT_LIMITS } from './limits.js';

// What organizers write in words: lengths and roles.

/** `90`, `90 min`, `2h`, `1 h 30`, `1h30` or `1:30`, in minutes; `null` for anything else. */
export function readDuration(text: string): number | null {
  const { min, max } = EVENT_LIMITS.duration_minutes;
  const [, hours, rest] =
    /^(\d{1,2})\s*(?:h(?:ours?|eures?)?|:)\s*(?:(\d{1,2})\s*(?:min(?:utes?)?|m)?)?$/iu.exec(text) ?? [];
  const [, minutes] = /^(\d{1,4})\s*(?:min(?:utes?)?|m)?$/iu.exec(text) ?? [];
  const length = hours === undefined ? Number(minutes) : Number(hours) * 60 + Number(rest ?? 0);
  return length >= min && length <= max ? length : null;
}

const EMOJI = new RegExp(
  '^(?:<a?:\\w{2,32}:\\d{17,20}>|\\p{RGI_Emoji}|\\p{Extended_Pictographic}\\uFE0F?)',
  'v',
);

/** Roles such as `🛡️ Escorte 4, ⛏️ Mineur 6`, or one in each line: emoji, name, seats. `null` when one of them is no role. */
export function readRoles(text: string): RoleInput[] | null {
  const { roles, role_name, role_capacity } = EVENT_LIMITS;
  const lines = text.split(text.includes('\n') ? '\n' : /[,;]/u).map((line) => line.trim());
  const read = lines
    .filter((line) => line !== '')
    .map((line): RoleInput | null => {
      const [emoji] = EMOJI.exec(line) ?? [];
      const [, name = '', seats] =
        /^(.+?)(?:\s+x|\s*[×:(])?\s*(\d{1,3})\)?$/u.exec(line.slice(emoji?.length ?? 0).trim()) ?? [];
      const capacity = Number(seats);
      const isRole =
        nameFault(tidy(name), role_name) === null &&
        capacity >= role_capacity.min &&
        capacity <= role_capacity.max;
      return isRole ? { name: tidy(name), capacity, emoji: emoji ?? null } : null;
    });
  const known = read.filter((role) => role !== null);
  return known.length === read.length && known.length <= roles.max ? known : null;
}

/** The address of a picture on the web; `null` for anything else. */
export function readPictureUrl(text: string): string | null {
  const isShort = text.length <= EVENT_LIMITS.banner_url.max;
  return isShort && /^https?:\/\/[^\s/]+\.[^\s]+$/iu.test(text) && URL.canParse(text) ? text : null;
}
