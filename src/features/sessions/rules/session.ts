/** A browser in which somebody is signed in. */
export interface Session {
  readonly id: string;
  readonly user_id: string;
  /** What the browser calls itself, by which people recognize it; `null` when it says nothing. */
  readonly user_agent: string | null;
  readonly created_at: Date;
  readonly last_used_at: Date;
  readonly expires_at: Date;
}

/** How long a session lasts without being used. */
export const SESSION_IDLE_MS = 30 * 86_400_000;

/** Uses of a session, or of a token, that follow each other more closely are not noted: reading should not write each time. */
const USE_NOTED_EVERY_MS = 10 * 60_000;

/** Characters of a browser's name that are kept. */
export const USER_AGENT_MAX = 300;

/** When a session ends that is used at `now` and never again. */
export const endOfSession = (now: Date): Date => new Date(now.getTime() + SESSION_IDLE_MS);

/** Whether a use at `now` is to be noted. */
export function isUseToNote(lastUsedAt: Date | null, now: Date): boolean {
  return lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= USE_NOTED_EVERY_MS;
}
