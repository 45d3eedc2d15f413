import { AuditLogEvent, PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context.js';
import { reachGuildWith } from '../../rules/access.js';
import { findRule, readNewRule, readRuleChange } from '../../rules/auto-moderation.js';
import { Reader } from '../../validation/reader.js';
import { auditChange, type Deeds } from '../audit.js';
import { actorOf, noContent } from '../request.js';

interface InGuild {
  Params: { guild_id: string };
}
interface OfRule {
  Params: { guild_id: string; rule_id: string };
}

const RULES = '/guilds/:guild_id/auto-moderation/rules';
const DEEDS: Deeds = [
  AuditLogEvent.AutoModerationRuleCreate,
  AuditLogEvent.AutoModerationRuleUpdate,
  AuditLogEvent.AutoModerationRuleDelete,
];
const AUDITED = ['name', 'event_type', 'trigger_type', 'trigger_metadata', 'actions', 'enabled'];

/** The rules by which a server's messages and names are watched over. */
export function autoModerationRoutes(app: FastifyInstance, context: Context): void {
  const { world, bus } = context;

  app.get<InGuild>(RULES, (request) => {
    const guild = reachGuildWith(world, request.params.guild_id, actorOf(request), P.ManageGuild);
    return world.autoModeration.byGuild.of(guild.id);
  });

  app.get<OfRule>(`${RULES}/:rule_id`, (request) => {
    const guild = reachGuildWith(world, request.params.guild_id, actorOf(request), P.ManageGuild);
    return findRule(world, guild, request.params.rule_id);
  });

  app.post<InGuild>(RULES, (request) => {
    const userId = actorOf(request);
    const guild = reachGuildWith(world, request.params.guild_id, userId, P.ManageGuild);
    const fields = readNewRule(world, guild, userId, Reader.of(request.body));
    const place = { id: world.snowflakes.next(), guild_id: guild.id, creator_id: userId };
    const rule = world.autoModeration.put({ ...place, ...fields });
    bus.dispatch('AUTO_MODERATION_RULE_CREATE', rule, rule);
    auditChange(context, request, DEEDS, [null, rule], AUDITED);
    return rule;
  });

  app.patch<OfRule>(`${RULES}/:rule_id`, (request) => {
    const userId = actorOf(request);
    const guild = reachGuildWith(world, request.params.guild_id, userId, P.ManageGuild);
    const rule = findRule(world, guild, request.params.rule_id);
    const fields = readRuleChange(world, guild, userId, rule, Reader.of(request.body));
    const changed = world.autoModeration.patch(rule, fields);
    bus.dispatch('AUTO_MODERATION_RULE_UPDATE', changed, changed);
    auditChange(context, request, DEEDS, [rule, changed], AUDITED);
    return changed;
  });

  app.delete<OfRule>(`${RULES}/:rule_id`, (request, reply) => {
    const guild = reachGuildWith(world, request.params.guild_id, actorOf(request), P.ManageGuild);
    const rule = findRule(world, guild, request.params.rule_id);
    world.autoModeration.delete(rule.id);
    bus.dispatch('AUTO_MODERATION_RULE_DELETE', rule, rule);
    auditChange(context, request, DEEDS, [rule, null], AUDITED);
    return noContent(reply);
  });
}
