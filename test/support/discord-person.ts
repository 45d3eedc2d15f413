import { expect } from 'vitest';
import type { DiscordMessage, TestDiscord } from './discord.js';

/** What somebody is answered on Discord, as far as tests look at it. */
export interface Said {
  readonly interaction_id: string;
  readonly type: number;
  readonly data: {
    readonly content?: string;
    readonly custom_id?: string;
    readonly title?: string;
    readonly components?: readonly Component[];
    readonly choices?: readonly { readonly name: string; readonly value: string }[];
  } | null;
  readonly message: (DiscordMessage & Attached) | null;
  readonly follow_ups: readonly (DiscordMessage & Attached)[];
  readonly failed: string | null;
}

interface Attached {
  readonly attachments?: readonly { readonly filename: string; readonly url: string }[];
}

interface Component {
  readonly type: number;
  readonly custom_id?: string;
  readonly label?: string;
  readonly placeholder?: string;
  readonly content?: string;
  readonly url?: string;
  readonly value?: string;
  readonly options?: readonly {
    readonly label: string;
    readonly value: string;
    readonly default?: boolean;
  }[];
  readonly components?: readonly Component[];
}

/** Options of a command, by name; `member` is a member's id. */
type Given = Readonly<Record<string, string | number | boolean>>;

/** How long an answer that was deferred is waited for. */
const LONGEST_WAIT_MS = 30_000;

/** The message whose component was used is made anew later. */
const CHANGED_LATER = 6;

/** Answered by a form. */
export const FORM = 9;

/** Somebody who uses the bot on a server, or in direct messages. */
export class DiscordPerson {
  constructor(
    private readonly discord: TestDiscord,
    readonly id: string,
    private readonly place: { readonly guild_id?: string; readonly channel_id: string },
  ) {}

  /** Types a command, such as `event create`. */
  command(words: string, given: Given = {}): Promise<Said> {
    const options = Object.entries(given).map(([name, value]) => {
      const type = typeof value === 'number' ? 4 : typeof value === 'boolean' ? 5 : name === 'member' ? 6 : 3;
      return { name, type, value };
    });
    const [name, sub] = words.split(' ');
    const nested = sub === undefined ? options : [{ name: sub, type: 1, options }];
    return this.act('command', { ...this.place, name, options: nested });
  }

  /** Uses a command of the menu of a member (2) or a message (3). */
  menu(type: 2 | 3, name: string, targetId: string): Promise<Said> {
    return this.act('command', { ...this.place, type, name, target_id: targetId });
  }

  /** Types a command as far as one option. */
  async choices(words: string, given: Given, focused: string): Promise<string[]> {
    const [name, sub] = words.split(' ');
    const options = Object.entries(given).map(([option, value]) => ({
      ...{ name: option, type: 3, value },
      ...(option === focused && { focused: true }),
    }));
    const nested = sub === undefined ? options : [{ name: sub, type: 1, options }];
    const said = await this.act('autocomplete', { ...this.place, name, options: nested });
    return said.data?.choices?.map((choice) => choice.name) ?? [];
  }

  /** Presses a button of what was said, or uses a menu by its placeholder or `custom_id`. */
  async press(said: Said | DiscordMessage, label: string, values?: readonly string[]): Promise<Said> {
    const message = 'interaction_id' in said ? shown(said) : said;
    const component = partsOf(message.components as readonly Component[]).find(
      (part) => part.label === label || part.placeholder === label || part.custom_id === label,
    );
    if (component === undefined) throw new Error(`no "${label}" in ${JSON.stringify(message.components)}`);
    const body = { message_id: message.id, custom_id: component.custom_id };
    return this.act('component', { ...body, ...(values && { values }) });
  }

  /** Fills a form in; fields that are left out stay as they are. */
  submit(form: Said, fields: Readonly<Record<string, Given[string] | readonly string[]>>): Promise<Said> {
    const before = Object.fromEntries(
      partsOf(form.data?.components ?? []).flatMap(({ custom_id, value = '' }) =>
        custom_id === undefined ? [] : [[custom_id, value]],
      ),
    );
    return this.act('modal', {
      interaction_id: form.interaction_id,
      custom_id: form.data?.custom_id,
      fields: { ...before, ...fields },
    });
  }

  private async act(kind: string, body: object): Promise<Said> {
    const acted = { ...body, user_id: this.id, wait_ms: LONGEST_WAIT_MS };
    const said = await this.discord.control<Said>('POST', `/interactions/${kind}`, acted);
    if (said.type !== CHANGED_LATER) return said;
    const read = (): Promise<Said> => this.discord.control('GET', `/interactions/${said.interaction_id}`);
    await expect
      .poll(async () => (await read()).follow_ups.length, { timeout: LONGEST_WAIT_MS })
      .toBeGreaterThan(0);
    return read();
  }
}

/** The message that was answered with, or made anew. */
export function shown(said: Said): DiscordMessage & Attached {
  const message = said.follow_ups.at(-1) ?? said.message;
  if (message === null) throw new Error(`no message: ${JSON.stringify(said)}`);
  return message;
}

/** All that a person reads in an answer, line by line: texts, embeds, labels of buttons and menus. */
export function readingOf(said: Said): string {
  expect(said.failed).toBeNull();
  return readMessage(shown(said));
}

/** As `readingOf`, of a message. */
function readMessage({ content, embeds, components }: DiscordMessage): string {
  const parts = partsOf(components as readonly Component[]).map(readPart);
  const embedded = embeds.flatMap(({ title, description, fields = [] }) => [
    title ?? '',
    description ?? '',
    ...fields.flatMap(({ name, value }) => [name, value]),
  ]);
  return [content, ...embedded, ...parts].filter((line) => line !== '').join('\n');
}

function readPart({ content, label, placeholder, options = [], url }: Component): string {
  if (content !== undefined) return content;
  const choices = options.map((option) => `${option.label}${option.default ? ' ✓' : ''}`);
  const name = label ?? placeholder;
  if (name === undefined && choices.length === 0) return '';
  return `[${[name, ...choices].filter((word) => word !== undefined).join(' | ')}]${url === undefined ? '' : ' ↗'}`;
}

/** Every part, however deep. */
export function partsOf(components: readonly Component[]): Component[] {
  return components.flatMap((part) => [part, ...partsOf(part.components ?? [])]);
}
