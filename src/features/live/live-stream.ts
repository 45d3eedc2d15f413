import { randomInt } from 'node:crypto';
import { Readable } from 'node:stream';
import { type AskedTopic, type News, OWN_TOPICS, type Topic } from '../../common/live-topics.js';
import type { Visitor } from '../sessions/authentication.service.js';

/** A reader who is this far behind is let go: a new connection begins with what is true then. */
const MOST_UNREAD_BYTES = 65_536;

/** When a browser connects again, in milliseconds: not all at once. */
const RETRY_MS = { from: 500, to: 3_000 };

/** One open connection, as server-sent events (WHATWG HTML, section 9.2). */
export class LiveStream {
  /** What the connection reads. */
  readonly body = new Readable({ read: () => undefined });
  /** What its reader hears of, by what they asked for. */
  private readonly heard = new Map<AskedTopic, readonly Topic[]>();

  constructor(
    readonly visitor: Visitor,
    asked: readonly AskedTopic[],
  ) {
    for (const topic of asked) this.heard.set(topic, isOwn(topic) ? [] : [topic]);
    this.write(`retry: ${String(randomInt(RETRY_MS.from, RETRY_MS.to))}\n\n`);
  }

  /** What was asked for and is not lost. */
  get asked(): AskedTopic[] {
    return [...this.heard.keys()];
  }

  hears(topic: Topic): boolean {
    return [...this.heard.values()].some((topics) => topics.includes(topic));
  }

  /** Says what a topic that was asked for stands for by now; what is new among it is told. */
  follow(asked: AskedTopic, news: readonly News[], isFirst: boolean): void {
    const before = this.heard.get(asked) ?? [];
    const topics = news.map(({ topic }) => topic);
    this.heard.set(asked, topics);
    for (const each of news) if (isFirst || !before.includes(each.topic)) this.tell(each);
    for (const topic of before) if (!topics.includes(topic)) this.write(event('gone', { topic }));
  }

  tell(news: News): void {
    this.write(event(null, news));
  }

  /** The reader may hear of this no more. */
  lose(topic: AskedTopic): void {
    this.heard.delete(topic);
    this.write(event('gone', { topic }));
  }

  /** There may have been news that was not heard. */
  refetch(): void {
    this.write(event('refetch', {}));
  }

  /** Keeps proxies from taking the connection for dead. */
  beat(): void {
    this.write(': \n\n');
  }

  end(): void {
    this.body.push(null);
  }

  private write(text: string): void {
    if (this.body.destroyed || this.body.readableEnded) return;
    if (!this.body.push(text) && this.body.readableLength > MOST_UNREAD_BYTES) this.body.destroy();
  }
}

function isOwn(topic: AskedTopic): topic is (typeof OWN_TOPICS)[number] {
  return OWN_TOPICS.some((own) => own === topic);
}

function event(name: string | null, data: object): string {
  return `${name === null ? '' : `event: ${name}\n`}data: ${JSON.stringify(data)}\n\n`;
}
