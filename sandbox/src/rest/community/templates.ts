import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context.js';
import { refuse } from '../../errors.js';
import { reachGuildWith } from '../../rules/access.js';
import { newCode } from '../../rules/invites.js';
import { snapshotOf, templateShape } from '../../shapes/template.js';
import { Reader } from '../../validation/reader.js';
import type { TemplateRecord } from '../../world/community-records.js';
import { actorOf } from '../request.js';

interface InGuild {
  Params: { guild_id: string };
}
interface ByCode {
  Params: { guild_id: string; code: string };
}

const TEMPLATES = '/guilds/:guild_id/templates';

/** Templates: a server as it once was, for others to be made from. */
export function templateRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  app.get<{ Params: { code: string } }>(
    '/guilds/templates/:code',
    { config: { access: 'none' } },
    ({ params }) => {
      const template = world.templates.get(params.code);
      if (!template) throw refuse(10057);
      return templateShape(world, template);
    },
  );

  app.get<InGuild>(TEMPLATES, (request) => {
    const guild = reachGuildWith(world, request.params.guild_id, actorOf(request), P.ManageGuild);
    return world.templates.byGuild.of(guild.id).map((template) => templateShape(world, template));
  });

  app.post<InGuild>(TEMPLATES, (request) => {
    const userId = actorOf(request);
    const guild = reachGuildWith(world, request.params.guild_id, userId, P.ManageGuild);
    const { name = '', description = null } = readTexts(Reader.of(request.body), true);
    if (world.templates.byGuild.count(guild.id) > 0) throw refuse(30031);
    const now = world.now();
    const template = world.templates.put({
      ...{ id: newCode(12), guild_id: guild.id, creator_id: userId, name, description },
      ...{ created_at: now, updated_at: now, usage_count: 0, snapshot: snapshotOf(world, guild) },
    });
    return templateShape(world, template);
  });

  app.put<ByCode>(`${TEMPLATES}/:code`, (request) => {
    const template = reach(context, request.params, actorOf(request));
    const guild = world.guilds.get(template.guild_id);
    if (!guild) throw refuse(10004);
    const fields = { snapshot: snapshotOf(world, guild), updated_at: world.now() };
    return templateShape(world, world.templates.patch(template, fields));
  });

  app.patch<ByCode>(`${TEMPLATES}/:code`, (request) => {
    const template = reach(context, request.params, actorOf(request));
    return templateShape(world, world.templates.patch(template, readTexts(Reader.of(request.body), false)));
  });

  app.delete<ByCode>(`${TEMPLATES}/:code`, (request) => {
    const template = reach(context, request.params, actorOf(request));
    const shape = templateShape(world, template);
    world.templates.delete(template.id);
    return shape;
  });
}

function readTexts(body: Reader, required: boolean): Partial<Pick<TemplateRecord, 'name' | 'description'>> {
  const name = body.string('name', { required, min: 1, max: 100 });
  const description = body.string('description', { nullable: true, max: 120 });
  body.issues.refuseIfAny();
  return {
    ...(typeof name === 'string' ? { name } : {}),
    ...(description === undefined ? {} : { description }),
  };
}

/** A template of the server, for who manages it; 10057 when it is none of it. */
function reach({ world }: Context, params: ByCode['Params'], userId: string): TemplateRecord {
  const guild = reachGuildWith(world, params.guild_id, userId, P.ManageGuild);
  const template = world.templates.get(params.code);
  if (template?.guild_id !== guild.id) throw refuse(10057);
  return template;
}
