import { AuditLogEvent, PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { FastifyInstance } from 'fastify';
import { changesBetween } from '../../actions/audit-log.js';
import { updateGuild } from '../../actions/guilds.js';
import type { Context } from '../../context.js';
import { refuse } from '../../errors.js';
import { reachGuild, reachGuildWith } from '../../rules/access.js';
import { onboardingOf, readOnboarding, readWelcomeScreen } from '../../rules/onboarding.js';
import { guildPermissions } from '../../rules/permissions.js';
import { Reader } from '../../validation/reader.js';
import type { WelcomeScreenSettings } from '../../world/community-records.js';
import { audit } from '../audit.js';
import { actorOf, noContent } from '../request.js';

interface InGuild {
  Params: { guild_id: string };
}

const WELCOME = '/guilds/:guild_id/welcome-screen';
const ONBOARDING = '/guilds/:guild_id/onboarding';

/** What a server shows to those who are new, and asks them. */
export function welcomeRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  /** Whoever manages the server sees the screen even while it is off. */
  app.get<InGuild>(WELCOME, (request) => {
    const userId = actorOf(request);
    const guild = reachGuild(world, request.params.guild_id, userId);
    const screen = guild.community?.welcome_screen;
    const manages = (guildPermissions(world, guild, userId) & P.ManageGuild) !== 0n;
    if (!screen || (!screen.enabled && !manages)) throw refuse(10069);
    return screenShape(screen);
  });

  app.patch<InGuild>(WELCOME, (request) => {
    const guild = reachGuildWith(world, request.params.guild_id, actorOf(request), P.ManageGuild);
    const screen = readWelcomeScreen(world, guild, Reader.of(request.body));
    updateGuild(context, guild, { community: { ...guild.community, welcome_screen: screen } });
    return screenShape(screen);
  });

  app.get<InGuild>(ONBOARDING, (request) => {
    const guild = reachGuild(world, request.params.guild_id, actorOf(request));
    return { guild_id: guild.id, ...onboardingOf(guild) };
  });

  app.put<InGuild>(ONBOARDING, (request) => {
    const needed = P.ManageGuild | P.ManageRoles;
    const guild = reachGuildWith(world, request.params.guild_id, actorOf(request), needed);
    const before = onboardingOf(guild);
    const onboarding = readOnboarding(world, guild, Reader.of(request.body));
    updateGuild(context, guild, { community: { ...guild.community, onboarding } });
    audit(context, request, {
      guild_id: guild.id,
      action_type: guild.community?.onboarding
        ? AuditLogEvent.OnboardingUpdate
        : AuditLogEvent.OnboardingCreate,
      target_id: guild.id,
      changes: changesBetween(before, onboarding, ['enabled', 'mode', 'default_channel_ids', 'prompts']),
    });
    return { guild_id: guild.id, ...onboarding };
  });

  /** Discord's API can only read the guide for new members, never write it: here no server has one. */
  app.get<InGuild>('/guilds/:guild_id/new-member-welcome', (request, reply) => {
    reachGuild(world, request.params.guild_id, actorOf(request));
    return noContent(reply);
  });
}

function screenShape({ description, welcome_channels }: WelcomeScreenSettings): object {
  return { description, welcome_channels };
}
