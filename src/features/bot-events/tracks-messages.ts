import { Injectable } from '@nestjs/common';
import { GuildsService } from '../guilds/guilds.service.js';

/** How soon a changed setting is heard of. Messages are too frequent to ask the database for each. */
const REMEMBER_MS = 10_000;

/** Whether a server wants its messages to be counted. */
@Injectable()
export class TracksMessages {
  private readonly known = new Map<string, { readonly tracks: boolean; readonly until: number }>();

  constructor(private readonly guilds: GuildsService) {}

  async execute(guildId: string): Promise<boolean> {
    const known = this.known.get(guildId);
    if (known !== undefined && known.until > Date.now()) return known.tracks;
    const tracks = (await this.guilds.find(guildId))?.message_tracking_enabled ?? false;
    this.known.set(guildId, { tracks, until: Date.now() + REMEMBER_MS });
    return tracks;
  }
}
