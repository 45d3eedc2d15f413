import { expect } from 'vitest';
import { startApp, type TestApp, type TestUser } from './app.js';

/** An event as clients see it. */
export interface EventBody {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly state: string;
  readonly revision: number;
  readonly start_at_utc: string;
  readonly max_participants: number | null;
  readonly confirmed_count: number;
  readonly waitlist_count: number;
  readonly checkin_count: number;
  readonly roles: readonly EventRoleBody[];
}

/** A role of an event as clients see it. */
interface EventRoleBody {
  readonly id: string;
  readonly name: string;
  readonly capacity: number;
  readonly confirmed_count: number;
  readonly waitlist_count: number;
}

/** A page of a list as clients see it. */
export interface List<T> {
  readonly items: T[];
  readonly next_cursor: string | null;
}

/** A time some hours from now, as on the wire. */
export function inHours(hours: number): string {
  return new Date(Date.now() + hours * 3_600_000).toISOString();
}

/** The application with an organization, its staff, a member of it, a stranger and a site admin. */
export class EventsApi {
  private constructor(
    readonly app: TestApp,
    readonly orgId: string,
    readonly people: Readonly<Record<'staff' | 'member' | 'stranger' | 'root', TestUser>>,
  ) {}

  static async open(): Promise<EventsApi> {
    const app = await startApp();
    const [staff, member, stranger, root] = await Promise.all([
      app.user({ handle: 'Staff' }),
      app.user({ handle: 'Member' }),
      app.user({ handle: 'Stranger' }),
      app.user({ handle: 'Root', site_admin: true }),
    ]);
    const api = new EventsApi(app, await found(staff, 'MAIN'), { staff, member, stranger, root });
    await staff.put(`/organizations/${api.orgId}/members/${member.id}`, { role: 'member' });
    return api;
  }

  close(): Promise<void> {
    return this.app.close();
  }

  /** Another organization of the same staff. */
  organization(tag: string): Promise<string> {
    return found(this.people.staff, tag);
  }

  /** A body that makes an event of tomorrow, changed by `fields`. */
  body(fields: object = {}): object {
    return {
      org_id: this.orgId,
      title: 'Raid on Jumptown',
      description: 'Bring a medical gun and friends.',
      type: 'raid',
      start_at_utc: inHours(24),
      duration_minutes: 90,
      ...fields,
    };
  }

  async create(fields: object = {}): Promise<EventBody> {
    const answer = await this.people.staff.post<EventBody>('/events', this.body(fields));
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return answer.body;
  }

  async read({ id }: { readonly id: string }): Promise<EventBody> {
    return (await this.people.staff.get<EventBody>(`/events/${id}`)).body;
  }
}

async function found(founder: TestUser, tag: string): Promise<string> {
  const answer = await founder.post<{ id: string }>('/organizations', { name: `Squadron ${tag}`, tag });
  expect(answer.status).toBe(201);
  return answer.body.id;
}
