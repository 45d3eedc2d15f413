import type { Session } from '../features/sessions/rules/session.js';
import { Uuid } from './openapi/formats.js';

/** A browser in which you are signed in, as REST shows it. */
export class SessionView implements Omit<Session, 'user_id'> {
  @Uuid() readonly id: string;
  /** What the browser calls itself. */
  readonly user_agent: string | null;
  /** Whether this is the session that asks. */
  readonly is_current: boolean;
  readonly created_at: Date;
  /** Noted every ten minutes at most. */
  readonly last_used_at: Date;
  /** When the session ends unless it is used before. */
  readonly expires_at: Date;
}

export function toSessionView(
  { user_id: _user, ...session }: Session,
  currentId: string | null,
): SessionView {
  return { ...session, is_current: session.id === currentId };
}
