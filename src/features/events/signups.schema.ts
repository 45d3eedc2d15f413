import { Schema } from 'mongoose';
import { SIGNUP_SOURCES, SIGNUP_STATUSES } from './rules/signup.js';
import type { Move, SignupRecord } from './rules/move.js';

/** A signup as MongoDB keeps it. */
export interface SignupDocument extends Omit<SignupRecord, 'id'> {
  readonly _id: string;
}

export const SIGNUP_MODEL = 'Signup';

const moveSchema = new Schema<Move>(
  {
    id: { type: String, required: true },
    to: { type: String, required: true },
    role_id: { type: String, default: null },
    at: { type: Date, required: true },
  },
  { _id: false, id: false },
);

export const signupSchema = new Schema<SignupDocument>(
  {
    _id: { type: String, required: true },
    event_id: { type: String, required: true },
    user_id: { type: String, required: true },
    discord_id: { type: String, required: true },
    handle: { type: String, required: true },
    role_id: { type: String, default: null },
    status: { type: String, enum: [...SIGNUP_STATUSES, 'pending'], required: true },
    waitlist_number: { type: Number, default: null },
    notes: { type: String, default: null },
    ship_model: { type: String, default: null },
    source: { type: String, enum: SIGNUP_SOURCES, required: true },
    created_at: { type: Date, required: true },
    checked_in_at: { type: Date, default: null },
    move: { type: moveSchema, default: null },
  },
  { collection: 'event_signups', versionKey: false },
);

// SignupsRepository.claim, findOwn: a member has one signup in an event.
signupSchema.index({ event_id: 1, user_id: 1 }, { unique: true });
// SignupsRepository.listSeated: those with a seat, in the order in which they signed up.
signupSchema.index({ event_id: 1, status: 1, created_at: 1, _id: 1 });
// SignupsRepository.listWaiting, firstWaiting, countWaitingBefore: the waitlist in order.
signupSchema.index({ event_id: 1, waitlist_number: 1 }, { partialFilterExpression: { status: 'waitlist' } });
// SignupsRepository.listByUser: what a member has signed up for.
signupSchema.index({ user_id: 1, status: 1 });
// SignupsRepository.listStale: operations that a crash left behind; only the few signups under way are in it.
signupSchema.index({ 'move.at': 1 }, { sparse: true });
