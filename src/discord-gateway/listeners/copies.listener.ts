import { Injectable } from '@nestjs/common';
import { Context, On } from 'necord';
import { DiscordCopies } from '../../discord-api/discord-copies.js';

/** What Discord tells, as it comes. */
export interface RawEvents {
  raw: [packet: { readonly t: string | null; readonly d: unknown }];
}

/** What is said of servers, their channels, roles and members. */
interface Told {
  readonly id?: string;
  readonly guild_id?: string;
  readonly user?: { readonly id: string };
}

const OF_SERVERS = /^(?:GUILD|GUILD_ROLE|CHANNEL)_(?:CREATE|UPDATE|DELETE)$/;
const OF_MEMBERS = /^GUILD_MEMBER_(?:ADD|UPDATE|REMOVE)$/;

/** Drops what other processes keep of a server when Discord says that it changed. */
@Injectable()
export class CopiesListener {
  constructor(private readonly copies: DiscordCopies) {}

  @On<RawEvents>('raw')
  async onEvent(@Context() [{ t, d }]: RawEvents['raw']): Promise<void> {
    if (t === null) return;
    const { id, guild_id = id, user } = d as Told;
    if (guild_id === undefined) return;
    if (OF_SERVERS.test(t)) await this.copies.drop(guild_id);
    if (OF_MEMBERS.test(t)) await this.copies.drop(guild_id, user?.id);
  }
}
