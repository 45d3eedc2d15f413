import type { APIMessageInteractionMetadata } from 'discord-api-types/v10';
import type { InteractionReport } from './report.js';

/** How long an interaction's token is good for. */
export const TOKEN_LIFETIME_MS = 15 * 60_000;

/** An interaction and what has become of it. */
export interface InteractionState {
  id: string;
  token: string;
  createdAt: number;
  /** What the control calls and the page see of it. */
  report: InteractionReport;
  /** For `interaction_metadata` of the messages that answer it. */
  metadata: APIMessageInteractionMetadata;
  /** Whether it came from a component (or a modal that a component opened): then its message can be updated. */
  sourceMessageId: string | null;
  /** The first answer's message: the one that `@original` names. */
  originalId: string | null;
  /** The activity that the first answer launched or joined. */
  activityId: string | null;
  /** Whether a deferred answer shall be ephemeral. */
  ephemeral: boolean;
  deadline: NodeJS.Timeout | undefined;
  /** Called when something changes: acknowledged, failed, a follow-up. */
  watchers: Set<() => void>;
}
