import type { BotEventReport } from '../../bot-events/rules/bot-event.js';
import type { ServiceHealth } from './service-health.js';

/** What the backend knows of a member. */
export interface UserInfo {
  readonly discord_id: string;
  readonly email: string | null;
  /** False: the address is what the member says, and no proof of anything. */
  readonly email_verified: boolean;
  readonly created_at: string;
  readonly updated_at: string;
}

/**
 * What the bot asks of the backend, wherever the backend runs. A port: internal-api provides `BackendClient` for it in
 * every process. Every method throws `CallFailure` and nothing else.
 */
export abstract class BackendGate {
  /** @param idempotencyKey at most 200 characters; a repeat with the same one has no second effect */
  abstract notifyEvent(report: BotEventReport, idempotencyKey: string): Promise<void>;

  /** `null` when the backend does not know the member. */
  abstract userInfo(discordId: string): Promise<UserInfo | null>;

  /** What the backend says of itself. */
  abstract health(): Promise<ServiceHealth>;
}
