import { Schema } from 'mongoose';
import { type Invite, JOIN_REQUEST_STATES, type JoinRequest } from './rules/joining.js';

/** An invite as MongoDB keeps it. */
export interface InviteDocument extends Omit<Invite, 'id'> {
  readonly _id: string;
}

export const INVITE_MODEL = 'OrgInvite';

export const inviteSchema = new Schema<InviteDocument>(
  {
    _id: { type: String, required: true },
    code: { type: String, required: true },
    org_id: { type: String, required: true },
    max_uses: { type: Number, default: null },
    uses: { type: Number, required: true },
    created_by: { type: String, required: true },
    created_at: { type: Date, required: true },
    expires_at: { type: Date, required: true },
  },
  { collection: 'org_invites', versionKey: false },
);

// findByCode(), use(): an invite by what its link says.
inviteSchema.index({ code: 1 }, { unique: true });
// listOpen(), countOpen(): an organization's invites.
inviteSchema.index({ org_id: 1, _id: -1 });
// listMadeBy(): what somebody made.
inviteSchema.index({ created_by: 1 });
// MongoDB itself removes what has expired.
inviteSchema.index({ expires_at: 1 }, { expireAfterSeconds: 0 });

/** A join request as MongoDB keeps it. */
export interface JoinRequestDocument extends Omit<JoinRequest, 'id'> {
  readonly _id: string;
  /** Staff were not told yet. */
  readonly untold?: boolean;
}

export const JOIN_REQUEST_MODEL = 'JoinRequest';

export const joinRequestSchema = new Schema<JoinRequestDocument>(
  {
    _id: { type: String, required: true },
    org_id: { type: String, required: true },
    user_id: { type: String, required: true },
    message: { type: String, default: null },
    state: { type: String, enum: JOIN_REQUEST_STATES, required: true },
    created_at: { type: Date, required: true },
    decided_at: { type: Date, default: null },
    decided_by: { type: String, default: null },
    untold: { type: Boolean },
  },
  { collection: 'join_requests', versionKey: false },
);

// create(): somebody waits for an organization's answer once.
joinRequestSchema.index(
  { org_id: 1, user_id: 1 },
  { unique: true, partialFilterExpression: { state: 'pending' } },
);
// list(), countPending(): an organization's requests by what became of them.
joinRequestSchema.index({ org_id: 1, state: 1, _id: 1 });
// listUntold(): what staff are to be told of.
joinRequestSchema.index({ untold: 1 }, { partialFilterExpression: { untold: true } });
// listByUser(): what somebody asked for.
joinRequestSchema.index({ user_id: 1 });
// MongoDB itself removes what was decided 90 days ago.
joinRequestSchema.index({ decided_at: 1 }, { expireAfterSeconds: 90 * 86_400 });
