import { expect } from 'vitest';
import type { TestUser } from './app.js';
import type { Answer, ProblemBody } from './client.js';
import { EventsApi, type List } from './events-api.js';

/** A signup as clients see it. */
export interface SignupRowBody {
  readonly id: string;
  readonly user_id: string;
  readonly handle: string;
  readonly status: string;
  readonly role_id: string | null;
  readonly position_in_waitlist: number | null;
  readonly created_at: string;
}

type SignupAnswer = Promise<Answer<SignupRowBody & ProblemBody>>;

/** An event, as far as its address goes. */
interface Addressed {
  readonly id: string;
}

/** What members do with events, over REST. */
export class SignupsApi {
  private constructor(
    readonly events: EventsApi,
    private readonly users: readonly TestUser[],
  ) {}

  static async open(people: number): Promise<SignupsApi> {
    const events = await EventsApi.open();
    const users = Array.from({ length: people }, (_, index) => events.app.user({ handle: `Pilot ${index}` }));
    return new SignupsApi(events, await Promise.all(users));
  }

  close(): Promise<void> {
    return this.events.close();
  }

  /** One of those who sign up: strangers to the organization. */
  user(index: number): TestUser {
    const found = this.users[index];
    if (found === undefined) throw new Error('nobody');
    return found;
  }

  signUp(who: TestUser, { id }: Addressed, body: object = {}): SignupAnswer {
    return who.post(`/events/${id}/signups`, body);
  }

  withdraw(who: TestUser, { id }: Addressed): SignupAnswer {
    return who.delete(`/events/${id}/signups/me`);
  }

  change(who: TestUser, { id }: Addressed, body: object): SignupAnswer {
    return who.patch(`/events/${id}/signups/me`, body);
  }

  checkIn(who: TestUser, { id }: Addressed): SignupAnswer {
    return who.post(`/events/${id}/checkin`);
  }

  /** Everybody on the list. */
  async rows({ id }: Addressed): Promise<SignupRowBody[]> {
    const path = `/events/${id}/signups?limit=100`;
    const answer = await this.events.people.staff.get<List<SignupRowBody>>(path);
    expect(answer.status).toBe(200);
    return answer.body.items;
  }
}
