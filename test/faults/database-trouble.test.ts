import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { beforeEach, describe, it } from 'vitest';
import { FaultStage, LONG, stageForAll } from '../support/fault-stage.js';
import { OwnDatabases } from '../support/own-databases.js';

// The databases lose what they may lose, die and come back, while organizers and members go on.

const ACTS = LONG ? 50 : 25;
const ROUNDS = LONG ? 10 : 2;
const AWAY_MS = LONG ? 30_000 : 6_000;

let databases: OwnDatabases;
const stageNow = stageForAll(async () => {
  databases = await OwnDatabases.start();
  return FaultStage.open(['api', 'bot', 'worker'], { databases });
});
let stage: FaultStage;
beforeEach(async () => {
  stage = stageNow();
  await stage.create(4);
}, 90_000);

describe('in the end each event is shown once on each server', { timeout: 900_000 }, () => {
  it('when Redis loses everything, is killed and started again, and is away for a while', async () => {
    const redis = new Redis(databases.redisUrl);
    redis.on('error', () => undefined);
    for (let round = 0; round < ROUNDS; round++) {
      const playing = stage.play(ACTS);
      await sleep(stage.chance.whole(100, 1_000));
      await redis.flushall();
      await playing;
    }
    redis.disconnect();
    for (const away of [0, AWAY_MS]) {
      const playing = stage.play(ACTS);
      await databases.killRedis();
      await sleep(away);
      await databases.startRedis();
      await playing;
    }
    await stage.expectAllWell();
  });

  it('when MongoDB is killed and started again', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const playing = stage.play(ACTS);
      await sleep(stage.chance.whole(100, 1_500));
      await databases.killMongodb();
      await sleep(stage.chance.whole(0, 2_000));
      await databases.startMongodb();
      await playing;
    }
    await stage.expectAllWell();
  });
});
