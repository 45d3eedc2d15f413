import { MongoClient } from 'mongodb';
import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { serveParent, startRoster } from '../../test/support/roster-program.mjs';

// One process of bench/signups.ts and bench/fairness.ts: makes its own load, and measures how long each answer takes.

const { signups, writer } = await startRoster();
const database = (await new MongoClient(process.env.MONGODB_URI).connect()).db();
const floorEvents = database.collection('floor_events');
const floorSignups = database.collection('floor_signups');

const nothing = { role_id: null, notes: null, ship_model: null, source: 'discord' };
const signUp = (eventId, userId) =>
  signups.signUp({ user_id: userId, site_admin: false }, { event_id: eventId, ...nothing });

/** The floor: read, compare, insert, count. */
async function readCompareInsert(eventId, userId) {
  const event = await floorEvents.findOne({ _id: eventId });
  const status = event.confirmed < event.seats ? 'confirmed' : 'waitlist';
  await floorSignups.insertOne({ _id: randomUUID(), event_id: eventId, user_id: userId, status });
  await floorEvents.updateOne({ _id: eventId }, { $inc: { [status]: 1 } });
}

const DESIGNS = { floor: readCompareInsert, VerseLink: signUp };

/** Milliseconds until the answer; a refusal by the rules is an answer too. */
async function timed(act, refusals) {
  const began = performance.now();
  try {
    await act();
  } catch (error) {
    if (error.name !== 'DomainError') throw error;
    refusals[error.code] = (refusals[error.code] ?? 0) + 1;
  }
  return performance.now() - began;
}

/** All of them as fast as they are answered, so many at a time. */
async function race({ design, eventId, userIds, concurrency }) {
  const refusals = {};
  const times = [];
  const queue = userIds.values();
  const lane = async () => {
    for (const userId of queue) times.push(await timed(() => DESIGNS[design](eventId, userId), refusals));
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  return { times, refusals };
}

/** So many commands a second, whether the last was answered or not: people come and go. */
async function steady({ eventId, userIds, perSecond, seconds }) {
  const refusals = {};
  const answers = [];
  const began = performance.now();
  for (let n = 0; n < perSecond * seconds; n++) {
    await sleep(began + (n * 1_000) / perSecond - performance.now());
    const userId = userIds[Math.floor(Math.random() * userIds.length)];
    const comes = Math.random() < 0.5;
    const act = () =>
      comes ? signUp(eventId, userId) : signups.withdraw({ user_id: userId, site_admin: false }, eventId);
    answers.push(timed(act, refusals));
  }
  return { times: await Promise.all(answers), refusals };
}

serveParent({
  load: {
    race,
    steady,
    /** Makes this process know the event, as it does after the first click. */
    warmUp: (eventId) => writer.recall(eventId).then(() => null),
    cancel: (eventId) =>
      timed(() => writer.submit(eventId, { type: 'cancel', id: randomUUID(), reason: null }), {}),
  },
});
