import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { DiscordJobsService } from '../../queue/discord-jobs.service.js';
import { type CauseParts, partsOf } from '../../queue/rules/cause.js';
import type { FailedClass } from '../../queue/rules/job.js';
import { withTimeout } from '../../common/with-timeout.js';
import { GuildsService } from '../guilds/guilds.service.js';
import type { Guild } from '../guilds/rules/guild.js';
import { type PlaceLook, ServerDoctor } from '../guilds/server-doctor.service.js';

/** Jobs that failed alike, and how things stand where they failed. */
export interface ExplainedFailure extends FailedClass, CauseParts, PlaceLook {
  /** As it is registered; `null` for what belongs to no server, or to one that is not registered any more. */
  readonly guild_name: string | null;
}

type Look = (channelId: string | null) => PlaceLook;

/** Where Discord is asked no more; a page looks every few seconds. */
const LOOKED_MS = 60_000;
const LOOK_TIMEOUT_MS = 3_000;
const SERVERS_LOOKED_AT = 20;
const UNSEEN: PlaceLook = { channel_name: null, missing_permissions: null };

/** Says why jobs have failed: as the servers stand now, not only as they did. For site admins. */
@Injectable()
export class FailuresService {
  private readonly looks = new LRUCache<string, Promise<Look | null>>({
    max: SERVERS_LOOKED_AT,
    ttl: LOOKED_MS,
  });

  constructor(
    private readonly jobs: DiscordJobsService,
    private readonly guilds: GuildsService,
    private readonly doctor: ServerDoctor,
  ) {}

  /** The cause that failed last comes first. */
  async list(): Promise<ExplainedFailure[]> {
    const classes = await this.jobs.listFailedClasses();
    const ids = [...new Set(classes.flatMap(({ guild_id }) => guild_id ?? []))];
    const guilds = await Promise.all(ids.map((id) => this.guilds.find(id)));
    const registered = guilds.filter((guild) => guild !== null);
    const looks = new Map(
      await Promise.all(
        registered
          .slice(0, SERVERS_LOOKED_AT)
          .map(async (guild) => [guild.guild_id, await this.lookAt(guild)] as const),
      ),
    );
    return classes.map((one) => {
      const parts = partsOf(one.cause ?? '');
      const guild = registered.find(({ guild_id }) => guild_id === one.guild_id);
      // Only what Discord refused has to do with what the bot may do there.
      const look = parts.discord_code === null ? undefined : looks.get(guild?.guild_id ?? '');
      return {
        ...one,
        ...parts,
        guild_name: guild?.guild_name ?? null,
        ...(look?.(parts.channel_id) ?? UNSEEN),
      };
    });
  }

  private async lookAt(guild: Guild): Promise<Look | null> {
    const known = this.looks.get(guild.guild_id);
    const look = known ?? this.doctor.lookAt(guild);
    if (known === undefined) this.looks.set(guild.guild_id, look);
    return withTimeout(look, LOOK_TIMEOUT_MS, 'Discord did not answer').catch(() => null);
  }
}
