/** A duration such as `1 h 30` or `45 min`. @param sign what stands behind minutes that follow hours */
export function shortDuration(minutes: number, sign = ''): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}${sign}`;
}

/** A duration in words, such as "3 jours" or "1 heure". */
export function longDuration(minutes: number, locale: string): string {
  const [unit, size] = (
    [
      ['day', 1440],
      ['hour', 60],
      ['minute', 1],
    ] as const
  ).find(([, length]) => minutes % length === 0) ?? ['minute', 1];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(minutes / size);
}
