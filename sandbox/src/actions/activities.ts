import { refuse, unknownPath } from '../errors.js';
import type { ActivityRecord } from '../world/application-records.js';
import type { Parts } from '../world/parts.js';
import type { ChannelRecord } from '../world/records.js';
import type { World } from '../world/world.js';

/** Lets somebody into the application's activity of a channel, which is launched where none runs. */
export function launchActivity({ world }: Parts, channel: ChannelRecord, userId: string): ActivityRecord {
  const running = [...world.activities.values()].find((one) => one.channel_id === channel.id);
  if (running) return addUser(world, running, userId);
  const launchId = world.snowflakes.next();
  const { id, guild_id: guildId } = channel;
  const place = guildId === null ? `pc-${id}` : `gc-${guildId}-${id}`;
  return world.activities.put({
    id: `i-${launchId}-${place}`,
    launch_id: launchId,
    place,
    channel_id: id,
    guild_id: guildId,
    user_ids: [userId],
  });
}

export function joinActivity({ world }: Parts, instanceId: string, userId: string): ActivityRecord {
  if (!world.users.has(userId)) throw refuse(10013);
  return addUser(world, findActivity(world, instanceId), userId);
}

/** Somebody leaves an activity; it ends when nobody is left. */
export function leaveActivity({ world }: Parts, instanceId: string, userId: string): void {
  const activity = findActivity(world, instanceId);
  const userIds = activity.user_ids.filter((id) => id !== userId);
  if (userIds.length === 0) world.activities.delete(activity.id);
  else world.activities.patch(activity, { user_ids: userIds });
}

/** A running activity; 404 when it has ended, or its channel is gone. */
export function findActivity(world: World, instanceId: string): ActivityRecord {
  const activity = world.activities.get(instanceId);
  if (!activity || !world.channels.has(activity.channel_id)) throw unknownPath();
  return activity;
}

function addUser(world: World, activity: ActivityRecord, userId: string): ActivityRecord {
  if (activity.user_ids.includes(userId)) return activity;
  return world.activities.patch(activity, { user_ids: [...activity.user_ids, userId] });
}
