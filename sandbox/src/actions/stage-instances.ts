import { stageInstanceShape } from '../shapes/voice.js';
import type { StageInstanceRecord } from '../world/voice-records.js';
import type { Parts } from '../world/parts.js';

/** Opens a stage and announces it. */
export function openStage(
  { world, bus }: Parts,
  fields: Omit<StageInstanceRecord, 'id'>,
): StageInstanceRecord {
  const stage = world.stageInstances.put({ ...fields, id: world.snowflakes.next() });
  bus.dispatch('STAGE_INSTANCE_CREATE', stageInstanceShape(stage), stage);
  return stage;
}

/** Changes what a stage is about and announces it. */
export function updateStage(
  { world, bus }: Parts,
  stage: StageInstanceRecord,
  topic: string,
): StageInstanceRecord {
  const changed = world.stageInstances.patch(stage, { topic });
  bus.dispatch('STAGE_INSTANCE_UPDATE', stageInstanceShape(changed), changed);
  return changed;
}

/** Closes a stage and announces it. */
export function closeStage({ world, bus }: Parts, stage: StageInstanceRecord): void {
  world.stageInstances.delete(stage.id);
  bus.dispatch('STAGE_INSTANCE_DELETE', stageInstanceShape(stage), stage);
}
