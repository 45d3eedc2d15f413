import { refuse } from '../errors.js';
import type { Reader } from '../validation/reader.js';
import { readImage } from '../validation/image.js';
import type { ChannelRecord, GroupSettings } from '../world/records.js';
import type { World } from '../world/world.js';

/** People in one group besides the application. */
export const RECIPIENT_LIMIT = 10;

/** A channel that is a group of direct messages. */
export type GroupDm = ChannelRecord & { group: GroupSettings };

/** Whether a channel is a group of direct messages. */
export function isGroup(channel: ChannelRecord): channel is GroupDm {
  return channel.group !== undefined;
}

/** The group; 10003 when there is no such channel, 50024 for one of another kind. */
export function findGroup(world: World, channelId: string): GroupDm {
  const channel = world.channels.get(channelId);
  if (!channel) throw refuse(10003);
  if (!isGroup(channel)) throw refuse(50024);
  return channel;
}

/** The users of the tokens by which a group is brought together; 50025 for one without the scope `gdm.join`. */
export function recipientsOf(world: World, tokens: readonly unknown[]): string[] {
  const users = tokens.map((token) => {
    const grant = typeof token === 'string' ? world.grants.get(token) : undefined;
    if (!grant || grant.expires_at <= world.clock() || !grant.scopes.includes('gdm.join'))
      throw refuse(50025);
    return grant.user_id;
  });
  if (users.length > RECIPIENT_LIMIT) throw refuse(30004);
  return [...new Set(users)];
}

/** Reads the body of a group's edit. */
export function readGroupChange(channel: GroupDm, body: Reader): Partial<ChannelRecord> {
  const name = body.string('name', { nullable: true, max: 100 });
  const icon = readImage(body, 'icon');
  body.issues.refuseIfAny();
  return {
    ...(name === undefined ? {} : { name: name ?? '' }),
    ...(icon === undefined ? {} : { group: { ...channel.group, icon } }),
  };
}
