import type { Schema } from 'mongoose';
import {
  botEventCountSchema,
  memberCountSchema,
  rollUpSchema,
} from '../../features/bot-events/bot-event-counts.schema.js';
import { eventPresenceSchema, voicePresenceSchema } from '../../features/attendance/attendance.schema.js';
import { auditSchema } from '../../features/audit/audit.schema.js';
import { botEventSchema } from '../../features/bot-events/bot-events.schema.js';
import { heardEventSchema } from '../../features/bot-events/heard-events.schema.js';
import { interactionCountSchema } from '../../features/bot-events/interaction-counts.schema.js';
import { channelMappingSchema } from '../../features/channel-mappings/channel-mappings.schema.js';
import { departureSchema } from '../../features/departures/departures.schema.js';
import { eventSchema } from '../../features/events/event.schema.js';
import { undoableActSchema } from '../../features/events/undoable-acts.schema.js';
import { feedSchema } from '../../features/feeds/feeds.schema.js';
import { guildSchema } from '../../features/guilds/guilds.schema.js';
import { serverFaultSchema } from '../../features/guilds/server-faults.schema.js';
import {
  noticeDeliverySchema,
  noticeSchema,
  reminderSchema,
} from '../../features/event-notices/event-notices.schema.js';
import { healthStateSchema } from '../../features/health/health-states.schema.js';
import { inviteSchema, joinRequestSchema } from '../../features/organizations/joining.schema.js';
import { organizationSchema, orgMemberSchema } from '../../features/organizations/organizations.schema.js';
import { paymentFactSchema } from '../../features/plans/payment-facts.schema.js';
import { payoutSchema } from '../../features/payouts/payouts.schema.js';
import { planChangeSchema } from '../../features/plans/plan-changes.schema.js';
import { subscriptionSchema } from '../../features/plans/subscriptions.schema.js';
import { roleGrantsSchema } from '../../features/role-mappings/role-grants.schema.js';
import { erasureSchema } from '../../features/privacy/erasures.schema.js';
import { roleMappingSchema } from '../../features/role-mappings/role-mappings.schema.js';
import { temporaryRoleSchema } from '../../features/role-mappings/temporary-roles.schema.js';
import { roleMenuSchema } from '../../features/role-menus/role-menus.schema.js';
import { adoptionOfferSchema } from '../../features/scheduled-events/adoption-offers.schema.js';
import { mirrorSchema } from '../../features/scheduled-events/discord-events.schema.js';
import { interactiveMessageSchema } from '../../features/scheduled-events/interactive-messages.schema.js';
import { importSchema } from '../../features/imports/import.schema.js';
import { personalTokenSchema } from '../../features/sessions/personal-tokens.schema.js';
import { seriesSchema } from '../../features/series/series.schema.js';
import { sessionSchema, signInSchema } from '../../features/sessions/sessions.schema.js';
import { templateSchema } from '../../features/templates/template.schema.js';
import { userSchema } from '../../features/users/users.schema.js';
import {
  deliverySchema,
  webhookReceiptSchema,
  webhookTotalSchema,
} from '../../features/webhooks/webhook-deliveries.schema.js';
import { webhookSchema } from '../../features/webhooks/webhooks.schema.js';
import { jobSchema } from '../../queue/discord-jobs.schema.js';

/** Every schema, whatever a process runs: the first to start builds the indexes for all. */
const SCHEMAS = [
  adoptionOfferSchema,
  auditSchema,
  botEventCountSchema,
  botEventSchema,
  channelMappingSchema,
  deliverySchema,
  departureSchema,
  erasureSchema,
  eventPresenceSchema,
  eventSchema,
  feedSchema,
  guildSchema,
  healthStateSchema,
  heardEventSchema,
  interactionCountSchema,
  interactiveMessageSchema,
  inviteSchema,
  jobSchema,
  memberCountSchema,
  joinRequestSchema,
  mirrorSchema,
  noticeDeliverySchema,
  noticeSchema,
  orgMemberSchema,
  organizationSchema,
  paymentFactSchema,
  importSchema,
  personalTokenSchema,
  payoutSchema,
  planChangeSchema,
  reminderSchema,
  roleGrantsSchema,
  roleMappingSchema,
  roleMenuSchema,
  rollUpSchema,
  seriesSchema,
  serverFaultSchema,
  sessionSchema,
  signInSchema,
  subscriptionSchema,
  templateSchema,
  temporaryRoleSchema,
  undoableActSchema,
  userSchema,
  voicePresenceSchema,
  webhookReceiptSchema,
  webhookSchema,
  webhookTotalSchema,
] as readonly Schema[];

/** An index that a schema asks for. */
export interface WantedIndex {
  readonly keys: Readonly<Record<string, 1 | -1>>;
  readonly options: Readonly<Record<string, unknown>>;
}

/** The indexes of every collection, by its name. */
export const WANTED_INDEXES: ReadonlyMap<string, readonly WantedIndex[]> = new Map(
  SCHEMAS.map((schema) => [collectionOf(schema), indexesOf(schema)]),
);

function collectionOf(schema: Schema): string {
  const name = schema.get('collection');
  if (name === undefined) throw new Error('A schema names its collection');
  return name;
}

function indexesOf(schema: Schema): WantedIndex[] {
  return schema.indexes().map(([keys, { background: _background, ...options }]) => ({
    keys: keys as WantedIndex['keys'],
    options,
  }));
}
