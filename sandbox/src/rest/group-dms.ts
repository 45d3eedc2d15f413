import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addRecipient, removeRecipient } from '../actions/dms.js';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { findGroup } from '../rules/group-dms.js';
import { channelShape } from '../shapes/channel.js';
import { Reader } from '../validation/reader.js';
import { noContent } from './request.js';

interface OfRecipient {
  Params: { channel_id: string; user_id: string };
}

const RECIPIENT = '/channels/:channel_id/recipients/:user_id';

/** Who is in a group of direct messages. Only who let the application do so (scope `gdm.join`) is taken in. */
export function groupDmRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  app.put<OfRecipient>(RECIPIENT, (request: FastifyRequest<OfRecipient>, reply) => {
    const { channel_id, user_id } = request.params;
    const channel = findGroup(world, channel_id);
    const body = Reader.of(request.body);
    const token = body.string('access_token', { nullable: true }) ?? '';
    body.issues.refuseIfAny();
    const grant = world.grants.get(token);
    const valid = grant?.user_id === user_id && grant.expires_at > world.clock();
    if (!valid || !grant.scopes.includes('gdm.join')) throw refuse(50025);
    if (channel.group.recipient_ids.includes(user_id)) return noContent(reply);
    return reply.status(201).send(channelShape(world, addRecipient(context, channel, user_id)));
  });

  app.delete<OfRecipient>(RECIPIENT, (request, reply) => {
    const channel = findGroup(world, request.params.channel_id);
    if (!channel.group.recipient_ids.includes(request.params.user_id)) throw refuse(50033);
    removeRecipient(context, channel, request.params.user_id);
    return noContent(reply);
  });
}
