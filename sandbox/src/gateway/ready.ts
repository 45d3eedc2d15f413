import { GatewayIntentBits as I } from 'discord-api-types/v10';
import { guildCreateShape } from '../shapes/guild.js';
import { requireUser, selfShape } from '../shapes/user.js';
import type { GuildRecord } from '../world/records.js';
import type { World } from '../world/world.js';
import type { Session } from './session.js';

/** Sends READY with the shard's guilds still to come, then each of them. `url` is where a resume shall connect. */
export function sendReady(
  world: World,
  session: Session,
  {
    botId,
    flags,
    url,
    guilds,
  }: { botId: string; flags: number; url: string; guilds: readonly GuildRecord[] },
): void {
  session.dispatch('READY', {
    v: 10,
    user: { ...selfShape(requireUser(world, botId), true), email: null },
    guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
    session_id: session.id,
    session_type: 'normal',
    resume_gateway_url: url,
    shard: session.shard,
    application: { id: botId, flags },
    private_channels: [],
    relationships: [],
    presences: [],
    user_settings: {},
    user_settings_proto: '',
    guild_join_requests: [],
    geo_ordered_rtc_regions: [],
    game_relationships: [],
    auth: {},
    _trace: [],
  });
  if ((session.intents & I.Guilds) === 0) return;
  const withMembers = (session.intents & (I.GuildMembers | I.GuildPresences)) !== 0;
  const withPresences = (session.intents & I.GuildPresences) !== 0;
  const shown = { withMembers, withPresences, joining: false };
  for (const guild of guilds) {
    if (guild.unavailable) continue;
    session.dispatch('GUILD_CREATE', guildCreateShape(world, guild, botId, shown));
  }
}
