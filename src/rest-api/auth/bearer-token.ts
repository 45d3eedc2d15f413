/** The token of an `Authorization` header; `null` when there is none, or of another scheme. */
export function bearerToken(header: string | undefined): string | null {
  return /^Bearer +([^\s]+) *$/i.exec(header ?? '')?.[1] ?? null;
}
