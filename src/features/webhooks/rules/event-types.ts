/** Everything that webhooks tell about. A type is added together with the code that publishes it. */
const WEBHOOK_EVENT_TYPES = [
  // What the bot reports.
  'member_joined',
  'member_left',
  'role_updated',
  'command_used',
  'message_sent',
  // What happens to events and to people's answers.
  'event.published',
  'event.updated',
  'event.started',
  'event.completed',
  'event.cancelled',
  'signup.created',
  'signup.moved',
  'signup.withdrawn',
  'signup.approved',
  'signup.declined',
  'waitlist.promoted',
  'waitlist.offered',
  'waitlist.lapsed',
  // What a member is entitled to changed.
  'plan.changed',
  // A job failed with all its tries.
  'job.failed',
  // A part of VerseLink went away or came back.
  'health.changed',
  // Another subscription was switched off because its receiver failed.
  'webhook.disabled',
] as const;
export type WebhookEventType = (typeof WEBHOOK_EVENT_TYPES)[number];

/** What a subscription may name: types, or all of them, also those that come later. */
export const SUBSCRIBABLE = [...WEBHOOK_EVENT_TYPES, '*'] as const;
export type Subscribable = (typeof SUBSCRIBABLE)[number];

/** Type of the delivery that an admin asks for to try a subscription; it cannot be subscribed to. */
export const TEST_TYPE = 'webhook.test';

/** Something that a receiver is told of. */
export interface AnnouncedEvent {
  /** One id, at most one delivery for each subscription, however often it is published. */
  readonly event_id: string;
  readonly type: WebhookEventType | typeof TEST_TYPE;
  readonly occurred_at: Date;
  /** What receivers get as `data`: plain JSON. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** An event that one can subscribe to. */
export interface WebhookEvent extends AnnouncedEvent {
  readonly type: WebhookEventType;
}
