import type { JsonClient } from '../http/json-client.js';
import { channelIds, server } from '../seed/first-server.js';
import {
  controlsOf,
  privateAnswer,
  textOf,
  type Component,
  type DiscordView,
  type Message,
  type ScheduledEvent,
} from './discord-view.js';
import { eventually, step, verify } from './steps.js';

/** What the walk needs: the doors, and the organization that organizes. */
export interface WalkOptions {
  /** VerseLink's public REST as the organizer. */
  readonly rest: JsonClient;
  readonly sandbox: JsonClient;
  readonly discord: DiscordView;
  readonly organizationId: string;
  /** Whether the sandbox has Discord's own OpenAPI description to check requests with. */
  readonly checksRequests: boolean;
}

interface EventAnswer {
  id: string;
  title: string;
  state: string;
  start_at_utc: string;
}

interface SignupRow {
  discord_id: string;
  status: string;
}

/** A member of the seeded server. */
interface Member {
  id: string;
  username: string;
}

const hourMs = 60 * 60 * 1000;

/** The main job, from the organizer's request to the cancelled event, each step read back from Discord's side. */
export class Walk {
  readonly #camille = memberNamed('camille');
  readonly #olivia = memberNamed('olivia');
  readonly #bastien = memberNamed('bastien');
  #event: EventAnswer | undefined;

  constructor(private readonly options: WalkOptions) {}

  /** @throws Error when a step was not verified. */
  async run(): Promise<void> {
    await this.#create();
    await this.#mirrored();
    await this.#signUpByButton();
    await this.#signUpByRole();
    await this.#joinWaitlist();
    await this.#withdraw();
    await this.#edit();
    await this.#cancel();
    await this.#everyRequestWasDiscords();
  }

  #create(): Promise<void> {
    return step('the organizer creates an event (REST)', async () => {
      const start = new Date(Date.now() + 24 * hourMs);
      this.#event = await this.options.rest.request<EventAnswer>('POST', '/events', {
        org_id: this.options.organizationId,
        title: 'Patrouille à Pyro',
        description: 'Reconnaissance de la passerelle, retour avant minuit.',
        type: 'exploration',
        start_at_utc: start.toISOString(),
        duration_minutes: 90,
        location: 'Pyro Gateway',
        max_participants: 2,
        roles: [
          { name: 'Pilote', capacity: 1 },
          { name: 'Soutien', capacity: 2 },
        ],
      });
      verify(this.#event.state === 'published', 'the event is published');
      return [undefined, `event ${this.#event.id}`];
    });
  }

  #mirrored(): Promise<void> {
    return step('it shows up in Discord', async () => {
      const scheduled = await this.#scheduled(
        'a scheduled event with its name and time',
        (event) => event.status === 1,
      );
      const message = await this.#message('its signup message', () => true);
      const labels = controlsOf(message).map(({ label }) => label);
      const buttons = ["S'inscrire", 'Se désinscrire', 'Voir les inscrits'];
      const missing = buttons.filter((button) => !labels.includes(button));
      verify(missing.length === 0, `the message has the buttons ${buttons.join(', ')}`);
      verify(this.#menu(message).options?.length === 2, 'the menu offers two roles');
      return [
        undefined,
        `scheduled event ${scheduled.id}, message ${message.id} with its buttons and a role menu`,
      ];
    });
  }

  #signUpByButton(): Promise<void> {
    return step('Camille signs up by the button', async () => {
      const said = await this.#click("S'inscrire", this.#camille);
      await this.#message('1/2 with Camille', (text) => text.includes('1/2') && names(text, this.#camille));
      return [undefined, `"${said}"; the message shows 1/2`];
    });
  }

  #signUpByRole(): Promise<void> {
    return step('Olivia (English) takes a role by the menu', async () => {
      const message = await this.#message('the role menu', () => true);
      const menu = this.#menu(message);
      const pilot = menu.options?.find(({ label }) => label.includes('Pilote'));
      const answer = await this.options.discord.interact(message, menu, this.#olivia.id, [
        pilot?.value ?? '',
      ]);
      const said = privateAnswer(answer);
      await this.#message('2/2 with Olivia', (text) => text.includes('2/2') && names(text, this.#olivia));
      return [undefined, `"${said}"; the message shows 2/2`];
    });
  }

  #joinWaitlist(): Promise<void> {
    return step('Bastien comes third and waits', async () => {
      const said = await this.#click("S'inscrire", this.#bastien);
      await this.#message(
        '2/2 and Bastien waiting',
        (text) => text.includes('2/2') && names(text, this.#bastien),
      );
      await this.#hasStatus(this.#bastien, 'waitlist');
      return [undefined, `"${said}"; the message names him below the two`];
    });
  }

  #withdraw(): Promise<void> {
    return step('Camille withdraws, Bastien gets the seat', async () => {
      const said = await this.#click('Se désinscrire', this.#camille);
      await this.#message(
        'Bastien instead of Camille',
        (text) => text.includes('2/2') && names(text, this.#bastien) && !names(text, this.#camille),
      );
      await this.#hasStatus(this.#bastien, 'confirmed');
      return [undefined, `"${said}"; the message shows Bastien in her place`];
    });
  }

  #edit(): Promise<void> {
    return step('the organizer edits title and time (REST)', async () => {
      const start = new Date(Date.now() + 48 * hourMs);
      this.#event = await this.options.rest.request<EventAnswer>('PATCH', `/events/${this.#created().id}`, {
        title: 'Patrouille à Nyx',
        start_at_utc: start.toISOString(),
      });
      await this.#scheduled('the new name and time', (event) => event.status === 1);
      await this.#message('the new title', () => true);
      const all = await this.options.discord.scheduledEvents();
      verify(all.length === 1, 'there is one scheduled event, not two');
      return [undefined, 'scheduled event and message both changed, none was made anew'];
    });
  }

  #cancel(): Promise<void> {
    return step('the organizer cancels (REST)', async () => {
      await this.options.rest.request('POST', `/events/${this.#created().id}/cancel`);
      await this.#scheduled('its cancellation', (event) => event.status === 4);
      // Who was signed up can be read afterwards too.
      const answering = ["S'inscrire", 'Se désinscrire'];
      await eventually('the buttons to answer by, disabled', async () => {
        const message = await this.#message('the message', () => true);
        const buttons = controlsOf(message).filter(({ label }) => answering.includes(label ?? ''));
        return buttons.every(({ disabled }) => disabled === true) ? message : undefined;
      });
      return [undefined, 'scheduled event cancelled, no one can sign up any more'];
    });
  }

  #everyRequestWasDiscords(): Promise<void> {
    return step("every request fits Discord's own description", async () => {
      const all = await this.options.sandbox.request<{ method: string; path: string; faults?: unknown[] }[]>(
        'GET',
        '/sandbox/requests',
      );
      const faulty = all.filter(({ faults }) => faults !== undefined && faults.length > 0);
      verify(all.length > 0, 'there were requests');
      verify(faulty.length === 0, JSON.stringify(faulty[0]));
      return [
        undefined,
        this.options.checksRequests
          ? `${all.length} requests, no fault found`
          : `${all.length} requests, not checked: the description is not at hand (set DISCORD_OPENAPI)`,
      ];
    });
  }

  /** Waits for the event's scheduled event, under its present name and time, to satisfy. */
  #scheduled(what: string, satisfies: (event: ScheduledEvent) => boolean): Promise<ScheduledEvent> {
    const { title, start_at_utc: start } = this.#created();
    return eventually(what, async () =>
      (await this.options.discord.scheduledEvents()).find(
        (event) =>
          event.name === title &&
          Date.parse(event.scheduled_start_time) === Date.parse(start) &&
          satisfies(event),
      ),
    );
  }

  /** Waits for the signup message, under the event's present title, to say what satisfies. */
  #message(what: string, satisfies: (text: string) => boolean): Promise<Message> {
    return eventually(what, async () =>
      (await this.options.discord.messages(channelIds.events)).find(
        (message) => textOf(message).includes(this.#created().title) && satisfies(textOf(message)),
      ),
    );
  }

  async #click(label: string, member: Member): Promise<string> {
    const message = await this.#message(`the button ${label}`, () => true);
    const button = controlsOf(message).find((control) => control.label?.replaceAll('’', "'") === label);
    if (button === undefined) throw new Error(`there is no button ${label}`);
    return privateAnswer(await this.options.discord.interact(message, button, member.id));
  }

  #menu(message: Message): Component {
    const menu = controlsOf(message).find(({ type }) => type === 3);
    if (menu === undefined) throw new Error('there is no role menu');
    return menu;
  }

  async #hasStatus(member: Member, status: string): Promise<void> {
    const path = `/events/${this.#created().id}/signups`;
    const { items } = await this.options.rest.request<{ items: SignupRow[] }>('GET', path);
    const row = items.find(({ discord_id: id }) => id === member.id);
    verify(
      row?.status === status,
      `${member.username} is ${status} by REST, too (is ${row?.status ?? 'not there'})`,
    );
  }

  #created(): EventAnswer {
    if (this.#event === undefined) throw new Error('there is no event yet');
    return this.#event;
  }
}

function memberNamed(username: string): Member {
  const member = server.members.find((candidate) => candidate.username === username);
  if (member === undefined) throw new Error(`the seeds have no ${username}`);
  return member;
}

/** Whether a text names a member, by mention or by name. */
function names(text: string, { id, username }: Member): boolean {
  return text.includes(id) || text.toLowerCase().includes(username);
}
