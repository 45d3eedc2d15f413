import type { ActivityRecord } from '../world/application-records.js';
import type { World } from '../world/world.js';

/** A running activity as Discord tells of it. */
export function activityShape({ ownApplication }: World, activity: ActivityRecord): object {
  const { id, launch_id, place, channel_id, guild_id, user_ids } = activity;
  const where = guild_id === null ? { kind: 'pc' } : { kind: 'gc', guild_id };
  return {
    application_id: ownApplication.application_id,
    instance_id: id,
    launch_id,
    location: { id: place, channel_id, ...where },
    users: user_ids,
  };
}
