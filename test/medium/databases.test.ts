import { Redis } from 'ioredis';
import { createConnection } from 'mongoose';
import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { afterAll, expect, it } from 'vitest';
import { openDatabases } from '../support/databases.js';

const one = await openDatabases();
const other = await openDatabases();
afterAll(() => Promise.all([one.drop(), other.drop()]));

it('gives each file a MongoDB database of its own, and empties it', async () => {
  const connection = await createConnection(one.mongodbUri).asPromise();
  await connection.collection('things').insertOne({ name: 'here' });
  const neighbour = await createConnection(other.mongodbUri).asPromise();
  expect(await neighbour.collection('things').countDocuments()).toBe(0);
  expect(await connection.collection('things').countDocuments()).toBe(1);
  await one.drop();
  expect(await connection.collection('things').countDocuments()).toBe(0);
  await Promise.all([connection.close(), neighbour.close()]);
});

it('gives each file a Redis database of its own, and empties it', async () => {
  const mine = new Redis(one.redisUrl);
  const neighbours = new Redis(other.redisUrl);
  await mine.set('name', 'here');
  expect(await neighbours.get('name')).toBeNull();
  expect(await mine.get('name')).toBe('here');
  await one.drop();
  expect(await mine.get('name')).toBeNull();
  mine.disconnect();
  neighbours.disconnect();
});

@Injectable()
class Engine {
  readonly name = 'quantum drive';
}

@Injectable()
class Ship {
  constructor(readonly engine: Engine) {}
}

@Module({ providers: [Engine, Ship] })
class HangarModule {}

it('compiles decorators with the metadata that Nest injects by', async () => {
  const app = await NestFactory.createApplicationContext(HangarModule, { logger: false });
  expect(app.get(Ship).engine.name).toBe('quantum drive');
  await app.close();
});
