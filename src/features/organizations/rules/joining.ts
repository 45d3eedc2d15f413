import { truncate } from '../../../common/text.js';
import type { Texts } from '../../../languages/texts.js';

/** A link by which people join an organization. */
export interface Invite {
  readonly id: string;
  /** What the link ends with; who has it may join. */
  readonly code: string;
  readonly org_id: string;
  /** How many people it is for; `null` for any number. */
  readonly max_uses: number | null;
  readonly uses: number;
  readonly created_by: string;
  readonly created_at: Date;
  readonly expires_at: Date;
}

export const JOIN_REQUEST_STATES = ['pending', 'accepted', 'declined'] as const;
export type JoinRequestState = (typeof JOIN_REQUEST_STATES)[number];

/** Somebody's wish to join an organization, which its staff decide. */
export interface JoinRequest {
  readonly id: string;
  readonly org_id: string;
  readonly user_id: string;
  /** What they say about themself. */
  readonly message: string | null;
  readonly state: JoinRequestState;
  readonly created_at: Date;
  readonly decided_at: Date | null;
  readonly decided_by: string | null;
}

/** What staff make of a request. */
const DECISIONS = ['accept', 'decline'] as const;
export type Decision = (typeof DECISIONS)[number];

const VERSION = 'vo1';

/** The `custom_id` of the buttons, for necord, which fills the places in. */
export const JOIN_REQUEST_PATH = `${VERSION}/:decision/:request`;
/** The length of a button's label (docs/discord.md). */
const LABEL_LIMIT = 80;

/** The buttons by which staff decide a request. @param texts what they say, for the one who asks */
export function decisionButtons(
  { id, handle }: { readonly id: string; readonly handle: string },
  texts: Texts['joining']['button'],
): readonly { readonly label: string; readonly custom_id: string }[] {
  return DECISIONS.map((decision) => ({
    label: truncate(texts[decision](handle), LABEL_LIMIT),
    custom_id: formatDecisionId(decision, id),
  }));
}

/** The `custom_id` of a button that decides a join request: version, decision, request. */
function formatDecisionId(decision: Decision, requestId: string): string {
  return [VERSION, decision, requestId].join('/');
}

/** The meaning of such a `custom_id`, or `null` when it is none. */
export function parseDecisionId(
  customId: string,
): { readonly decision: Decision; readonly request_id: string } | null {
  const [version, decision, requestId, ...rest] = customId.split('/');
  const known = DECISIONS.find((candidate) => candidate === decision);
  if (version !== VERSION || known === undefined || requestId === undefined || rest.length > 0) return null;
  return { decision: known, request_id: requestId };
}
