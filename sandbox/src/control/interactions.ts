import { ApplicationCommandType as Type, type APIMessage } from 'discord-api-types/v10';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { commandUse } from '../interactions/command.js';
import { contextMenuUse } from '../interactions/context-menu.js';
import { componentUse } from '../interactions/component.js';
import type { NewInteraction } from '../interactions/interactions.js';
import { modalSubmit } from '../interactions/modal.js';
import type { InteractionReport } from '../interactions/report.js';
import type { InteractionState } from '../interactions/state.js';
import { outcome } from '../interactions/wait.js';
import { messageShape } from '../shapes/message.js';
import { invalid } from '../validation/issues.js';
import { isObject, Reader } from '../validation/reader.js';

/** How long the answer to a control call waits for what a deferred answer announced. */
const PATIENCE_MS = 1_000;

/** What a control call answers once the interaction is acknowledged, or has failed. */
export interface Outcome {
  interaction_id: string;
  ack_ms: number | null;
  type: number | null;
  data: unknown;
  /** The message of the first answer as it is now, ephemeral or not; null when there is none. */
  message: APIMessage | null;
  follow_ups: InteractionReport['follow_ups'];
  failed: string | null;
}

/** What people do with the bot: click, choose, type commands, fill in modals. */
export function interactionControlRoutes(app: FastifyInstance, context: Context): void {
  app.post('/interactions/component', (request) => {
    const body = Reader.of(request.body);
    const values = body.list('values');
    const input = {
      message_id: body.snowflake('message_id', { required: true }) ?? '',
      user_id: body.snowflake('user_id', { required: true }) ?? '',
      custom_id: body.string('custom_id', { required: true }) ?? '',
      values: values?.map(String),
    };
    body.issues.refuseIfAny();
    return perform(context, body, componentUse(context, input));
  });

  for (const kind of ['command', 'autocomplete'] as const) {
    app.post(`/interactions/${kind}`, (request) => {
      const body = Reader.of(request.body);
      const input = {
        guild_id: body.snowflake('guild_id', { nullable: true }) ?? undefined,
        channel_id: body.snowflake('channel_id', { required: true }) ?? '',
        user_id: body.snowflake('user_id', { required: true }) ?? '',
        name: body.string('name', { required: true, min: 1 }) ?? '',
        target_id: body.snowflake('target_id', { nullable: true }) ?? '',
        focused: body.string('focused', { nullable: true }) ?? undefined,
        options: body.raw('options'),
      };
      const type = body.integer('type', { nullable: true, choices: [1, 2, 3] }) as Type | null | undefined;
      if (type === Type.User || type === Type.Message) body.snowflake('target_id', { required: true });
      body.issues.refuseIfAny();
      checkPlace(context, input.guild_id, input.channel_id);
      if (type === Type.User || type === Type.Message)
        return perform(context, body, contextMenuUse(context, { ...input, type }));
      return perform(context, body, commandUse(context, input, kind === 'autocomplete'));
    });
  }

  app.post('/interactions/modal', (request) => {
    const body = Reader.of(request.body);
    const fields = body.raw('fields');
    const input = {
      interaction_id: body.snowflake('interaction_id', { required: true }) ?? '',
      user_id: body.snowflake('user_id', { required: true }) ?? '',
      custom_id: body.string('custom_id', { required: true }) ?? '',
      fields: isObject(fields) ? fields : {},
    };
    body.issues.refuseIfAny();
    return perform(context, body, modalSubmit(context, input));
  });

  /** Probes the endpoint with a wrong signature, as Discord does now and then; says whether it has stayed. */
  app.post('/interactions/probe', async () => ({ verified: await context.delivery.endpoint.probe() }));

  /** An interaction as it is now, with all its later edits and follow-ups. */
  app.get<{ Params: { interaction_id: string } }>('/interactions/:interaction_id', (request) => {
    const state = context.interactions.get(request.params.interaction_id);
    if (!state) throw refuse(10062);
    return outcomeOf(context, state, state.report);
  });
}

function checkPlace({ world }: Context, guildId: string | undefined, channelId: string): void {
  const channel = world.channels.get(channelId);
  if (!channel) throw refuse(10003);
  if (guildId !== undefined && channel.guild_id !== guildId)
    throw invalid(['guild_id'], 'GUILD_MISMATCH', 'The channel is not in this server.');
}

async function perform(context: Context, body: Reader, wanted: NewInteraction): Promise<Outcome> {
  // Discord sends to the endpoint as soon as there is one, and to the gateway otherwise, never to both.
  const usual = context.world.ownApplication.interactions_endpoint_url === null ? 'gateway' : 'http';
  const transport = body.string('transport', { nullable: true }) ?? usual;
  if (transport !== 'gateway' && transport !== 'http')
    throw invalid(['transport'], 'BASE_TYPE_CHOICES', 'gateway or http');
  const patience = body.integer('wait_ms', { nullable: true, min: 0, max: 60_000 }) ?? PATIENCE_MS;
  const state = context.interactions.start(wanted, context.delivery[transport]);
  return outcomeOf(context, state, await outcome(state, patience));
}

function outcomeOf({ world }: Context, state: InteractionState, report: InteractionReport): Outcome {
  const { id, ack_ms, type, data, follow_ups, failed } = report;
  const answer = world.messages.get(state.originalId ?? '');
  const message = answer ? messageShape(world, answer) : null;
  return { interaction_id: id, ack_ms, type, data, message, follow_ups, failed };
}
