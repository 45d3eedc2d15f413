/** A slug keeps the address short. */
const MAX_LENGTH = 80;

/** The readable part of an event's address: lower-case ASCII letters, digits and single hyphens. */
export function slugOf(title: string): string {
  const slug = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_LENGTH)
    .replace(/^-+|-+$/g, '');
  // A title without a Latin letter or a digit.
  return slug === '' ? 'event' : slug;
}
