import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import { EventsRepository } from '../../src/features/events/events.repository.js';
import { USER_MODEL, type UserDocument } from '../../src/features/users/users.schema.js';
import { JOB_MODEL, type JobDocument } from '../../src/queue/discord-jobs.schema.js';
import { anEventWithRoster } from '../../test/factories/event.js';
import { anEntry } from '../../test/factories/roster.js';
import { nextDiscordId } from '../../test/support/app.js';
import type { Whole } from './whole.js';

interface Counts {
  readonly start: Date;
  readonly people: number;
  readonly events: number;
  readonly jobs: number;
}

/**
 * Fills the databases past the doors, which would take an hour: an event that everybody has answered, others every ten minutes after it,
 * and jobs of which each hundredth has failed. @returns the id of the first event
 */
export async function fill(whole: Whole, like: string, counts: Counts): Promise<string> {
  const people = await fillPeople(whole, like, counts.people);
  const eventId = await fillEvents(whole, people, counts);
  await fillJobs(whole, eventId, counts.jobs);
  return eventId;
}

async function fillPeople({ setting }: Whole, like: string, count: number): Promise<string[]> {
  const users = setting.verselink.app.get<Model<UserDocument>>(getModelToken(USER_MODEL), { strict: false });
  const template = await users.findById(like).lean();
  const people = Array.from({ length: count }, (_, n) => ({
    ...template,
    ...{ _id: uuidv7(), discord_id: nextDiscordId(), site_admin: false },
    handle: `Pilot ${String(n).padStart(4, '0')}`,
    handle_skeleton: `PILOT ${n}`,
  }));
  await users.collection.insertMany(people as never);
  return people.map(({ _id }) => _id);
}

async function fillEvents(
  { setting, scene }: Whole,
  people: readonly string[],
  { start, events: count }: Counts,
): Promise<string> {
  const events = setting.verselink.app.get(EventsRepository, { strict: false });
  const now = new Date();
  const roles = ['Pilot', 'Gunner', 'Medic'].map((name) => ({
    ...{ id: uuidv7(), name, capacity: 100, description: null, emoji: null },
  }));
  const roster = people.map((userId, n) =>
    anEntry({
      ...{ id: uuidv7(), user_id: userId, order: n + 1, role_id: roles[n % 3]?.id ?? null },
      status: n < 300 ? 'confirmed' : 'waitlist',
    }),
  );
  const made = (n: number, title: string) => {
    const at = new Date(start.getTime() + n * 600_000);
    const id = uuidv7();
    const times = { start_at_utc: at, due_at: at, created_at: now, updated_at: now };
    return { id, slug: id, org_id: scene.orgId, title, ...times };
  };
  const crowded = anEventWithRoster(roster, { ...made(0, 'Crowded'), roles, max_participants: 300 });
  await events.create(crowded);
  for (let n = 1; n < count; n++) await events.create(anEventWithRoster([], made(n, `Patrol ${n}`)));
  return crowded.id;
}

async function fillJobs({ setting }: Whole, eventId: string, count: number): Promise<void> {
  const jobs = setting.verselink.app.get<Model<JobDocument>>(getModelToken(JOB_MODEL), { strict: false });
  const now = new Date();
  const job = {
    ...{ job_type: 'update_discord_event', guild_id: nextDiscordId(), event_id: eventId, payload: {} },
    ...{ dedupe_key: null, retry_count: 0, max_retries: 3, scheduled_at: now, completed_at: now },
  };
  const part = 10_000;
  for (let from = 0; from < count; from += part) {
    const rows = Array.from({ length: part }, (_, n) => ({
      ...{ ...job, _id: uuidv7(), created_at: new Date(now.getTime() - (from + n) * 1_000) },
      status: n % 100 === 0 ? 'failed' : 'completed',
      error_message: n % 100 === 0 ? '50013: Missing Permissions' : null,
    }));
    await jobs.collection.insertMany(rows as never);
  }
}
