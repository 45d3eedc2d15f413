import { Schema } from 'mongoose';
import { CLAIMED, type Claimed } from '../../infra/claims.js';
import { ANY_TEXT } from '../../infra/partial-indexes.js';
import { type Delivery, DELIVERY_STATES } from './rules/delivery.js';
import { AUDIENCES, type Notice, NOTICE_KINDS } from './rules/notice.js';

/** A notice as MongoDB keeps it (`event_notices`). */
export interface NoticeDocument extends Omit<Notice, 'id'> {
  readonly _id: string;
  readonly expires_at: Date;
}

/** A notice's way to one channel or person (`event_notice_deliveries`). */
export interface DeliveryDocument extends Omit<Delivery, 'id'>, Claimed {
  readonly _id: string;
  readonly expires_at: Date;
}

/** When an event is to be reminded of next (`event_reminders`); there while it is published. */
export interface ReminderDocument {
  /** The event's id. */
  readonly _id: string;
  /** The start that the time is before. */
  readonly start_at_utc: Date;
  readonly next_at: Date | null;
}

export const NOTICE_MODEL = 'EventNotice';
export const NOTICE_DELIVERY_MODEL = 'EventNoticeDelivery';
export const REMINDER_MODEL = 'EventReminder';

export const noticeSchema = new Schema<NoticeDocument>(
  {
    _id: { type: String, required: true },
    event_id: { type: String, required: true },
    org_id: { type: String, required: true },
    kind: { type: String, enum: NOTICE_KINDS, required: true },
    start_at_utc: { type: Date, default: null },
    offset_minutes: { type: Number, default: null },
    rev: { type: Number, default: null },
    user_ids: { type: [String], required: true },
    message: { type: String, default: null },
    audience: { type: String, enum: [...AUDIENCES, null], default: null },
    author_id: { type: String, default: null },
    slot: { type: String, default: null },
    stage: { type: String, required: true },
    due_at: { type: Date, default: null },
    created_at: { type: Date, required: true },
    expires_at: { type: Date, required: true },
  },
  { collection: 'event_notices', versionKey: false },
);

// listDue(): those of which something remains to be done; few at any time.
noticeSchema.index({ due_at: 1 }, { partialFilterExpression: { due_at: { $type: 'date' } } });
// AnnouncementsService: no more announcements in a day than there may be.
noticeSchema.index({ slot: 1 }, { unique: true, partialFilterExpression: { slot: ANY_TEXT } });
// listWrittenBy(), erasePerson(): announcements that somebody wrote.
noticeSchema.index({ author_id: 1 }, { partialFilterExpression: { author_id: ANY_TEXT } });
// erasePerson(): whose promotion it was.
noticeSchema.index({ user_ids: 1 });
noticeSchema.index({ expires_at: 1 }, { expireAfterSeconds: 0 });

export const noticeDeliverySchema = new Schema<DeliveryDocument>(
  {
    _id: { type: String, required: true },
    notice_id: { type: String, required: true },
    event_id: { type: String, required: true },
    way: { type: String, required: true },
    guild_id: { type: String, default: null },
    user_ids: { type: [String], required: true },
    valid_until: { type: Date, default: null },
    state: { type: String, enum: DELIVERY_STATES, required: true },
    tried_since: { type: Date, default: null },
    channel_id: { type: String, default: null },
    message_id: { type: String, default: null },
    ...CLAIMED,
    expires_at: { type: Date, required: true },
  },
  { collection: 'event_notice_deliveries', versionKey: false },
);

// hasPending(), listClosed(): how the messages of a notice fared.
noticeDeliverySchema.index({ notice_id: 1, state: 1 });
// listOf(), erasePerson(): what somebody was told.
noticeDeliverySchema.index({ user_ids: 1 });
noticeDeliverySchema.index({ expires_at: 1 }, { expireAfterSeconds: 0 });

export const reminderSchema = new Schema<ReminderDocument>(
  {
    _id: { type: String, required: true },
    start_at_utc: { type: Date, required: true },
    next_at: { type: Date, default: null },
  },
  { collection: 'event_reminders', versionKey: false },
);

// listDue(): events that are to be reminded of by now.
reminderSchema.index({ next_at: 1 }, { partialFilterExpression: { next_at: { $type: 'date' } } });
