import type { JsonClient } from '../http/json-client.js';

/** The part of Discord's own forms that the demo reads; names as Discord has them. */
export interface ScheduledEvent {
  id: string;
  name: string;
  /** 1 scheduled, 2 active, 3 completed, 4 cancelled. */
  status: number;
  scheduled_start_time: string;
}

/** A button (type 2) or a select menu (type 3). */
export interface Component {
  type: number;
  custom_id?: string;
  label?: string;
  disabled?: boolean;
  options?: { label: string; value: string }[];
  components?: Component[];
}

/** A message, as far as the demo looks at it. */
export interface Message {
  id: string;
  content: string;
  embeds: { title?: string; description?: string; fields?: { name: string; value: string }[] }[];
  components: Component[];
}

/** A server as `GET /sandbox/guilds/{id}` shows it. */
interface Server {
  scheduled_events: ScheduledEvent[];
  channels: { id: string; messages: Message[] }[];
}

/** The answer to an interaction. */
export interface Answer {
  ack_ms: number;
  type: number;
  data: Reply | null;
  follow_ups: Reply[];
  failed: string | null;
}

interface Reply {
  content?: string;
  embeds?: { title?: string; description?: string }[];
  flags?: number;
}

const ephemeral = 64;

/** One server of the Discord sandbox, seen as its members see it. */
export class DiscordView {
  constructor(
    private readonly sandbox: JsonClient,
    private readonly guildId: string,
  ) {}

  async scheduledEvents(): Promise<ScheduledEvent[]> {
    return (await this.#server()).scheduled_events;
  }

  async messages(channelId: string): Promise<Message[]> {
    const { channels } = await this.#server();
    return channels.find(({ id }) => id === channelId)?.messages ?? [];
  }

  /** A member clicks a button, or chooses values of a select menu. */
  interact(message: Message, component: Component, userId: string, values?: string[]): Promise<Answer> {
    return this.sandbox.request<Answer>('POST', '/sandbox/interactions/component', {
      message_id: message.id,
      user_id: userId,
      custom_id: component.custom_id,
      ...(values === undefined ? {} : { values }),
    });
  }

  #server(): Promise<Server> {
    return this.sandbox.request<Server>('GET', `/sandbox/guilds/${this.guildId}`);
  }
}

/** All the buttons and menus of a message. */
export function controlsOf(message: Message): Component[] {
  const inside = (components: Component[]): Component[] =>
    components.flatMap((component) => [component, ...inside(component.components ?? [])]);
  return inside(message.components).filter(({ custom_id: id }) => id !== undefined);
}

/** Everything that the message's embeds say, as one text. */
export function textOf(message: Message): string {
  return message.embeds
    .flatMap(({ title, description, fields }) => [
      title,
      description,
      ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
    ])
    .join('\n');
}

/**
 * What the member alone can read in the answer to a click.
 * @throws Error when there was no answer in time, or none that only the member sees.
 */
export function privateAnswer(answer: Answer): string {
  if (answer.failed !== null) throw new Error(`the click failed: ${answer.failed}`);
  const replies = [...(answer.data === null ? [] : [answer.data]), ...answer.follow_ups];
  const said = replies
    .filter(({ flags }) => ((flags ?? 0) & ephemeral) !== 0)
    .flatMap(({ content, embeds }) => [content, ...(embeds ?? []).flatMap((e) => [e.title, e.description])])
    .filter((text) => text !== undefined && text !== '');
  if (said.length === 0) throw new Error(`no ephemeral answer: ${JSON.stringify(answer)}`);
  return said.join(' ').replaceAll(/\s+/g, ' ');
}
