/** A moment as the viewer reads it; relative ones follow the clock. */
import { formatTime } from './format.js';
import { html, useEffect, useState } from 'discord-view/ui';
import { useHost } from './host.js';

/** @param {{date: Date, format?: string}} props `format`: a style of Discord's time tags */
export function Timestamp({ date, format = 'f' }) {
  const host = useHost();
  const locale = host.useLocale();
  const timeZone = host.useZone();
  const now = useClock(format === 'R', date);
  if (Number.isNaN(date.getTime())) return html`<span class="dv-time">Invalid date</span>`;
  const title = format === 'F' ? undefined : formatTime(date, 'F', locale, now, timeZone);
  return html`<time class="dv-time" datetime=${date.toISOString()} title=${title}
    >${formatTime(date, format, locale, now, timeZone)}</time
  >`;
}

/** The time, fresh each second near the moment and each half minute far from it. @param {boolean} ticks @param {Date} date */
function useClock(ticks, date) {
  const [now, setNow] = useState(Date.now());
  const near = Math.abs(date.getTime() - now) < 120_000;
  useEffect(() => {
    if (!ticks) return undefined;
    const timer = setInterval(() => setNow(Date.now()), near ? 1000 : 30_000);
    return () => clearInterval(timer);
  }, [ticks, near]);
  return ticks ? Math.max(now, Date.now()) : now;
}
