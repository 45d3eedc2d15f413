import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { conflict, DomainError, unavailable } from '../../common/errors.js';
import type { AskedTopic, News, Topic } from '../../common/live-topics.js';
import { LiveNews } from '../../infra/live-news.js';
import { AuthenticationService, type Visitor } from '../sessions/authentication.service.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { LiveStream } from './live-stream.js';
import { LiveTopics } from './live-topics.service.js';

/** Connections of one account to one process. */
const STREAMS_OF_ONE = 10;
/** Proxies cut what is silent for half a minute or a minute. */
const BEAT_MS = 20_000;
/** Rights are asked for again with every third beat. */
const REVIEW_BEATS = 3;
/** A topic is told of no more often than this; what comes meanwhile is told at the end of it. */
const REST_MS = 250;
const ACCOUNT = 'account:';
/** How long a connection waits for the first sign of Redis. */
const HEARING_MS = 2_000;

/** The open connections of this process, and what they are told. */
@Injectable()
export class LiveService implements OnModuleInit, OnApplicationShutdown {
  private readonly streams = new Set<LiveStream>();
  /** Topics that were told of a moment ago, with the version that came since. */
  private readonly resting = new Map<Topic, number | null>();
  private timer: NodeJS.Timeout | undefined;
  private hearing: Promise<void> | undefined;
  private isClosed = false;
  private beats = 0;

  constructor(
    private readonly news: LiveNews,
    private readonly topics: LiveTopics,
    private readonly authentication: AuthenticationService,
    private readonly sessions: SessionsService,
  ) {}

  onModuleInit(): void {
    this.sessions.followEnds((userId) => {
      this.news.tell(`account:${userId}`);
    });
  }

  /**
   * Opens a connection, which begins with the present version of each topic.
   * @throws not_found, forbidden as `LiveTopics.standing`; conflict `too_many_streams`; unavailable in a process that stops
   */
  async open(visitor: Visitor, asked: readonly AskedTopic[]): Promise<Readable> {
    if (this.isClosed) throw unavailable('This process stops. Connect again.');
    const { user_id } = visitor.actor;
    const own = [...this.streams].filter((stream) => stream.visitor.actor.user_id === user_id);
    if (own.length >= STREAMS_OF_ONE)
      throw conflict('too_many_streams', `At most ${String(STREAMS_OF_ONE)} connections at once.`);
    // While Redis is away pages are told nothing, and everything once it is back.
    await Promise.race([this.listen(), sleep(HEARING_MS, undefined, { ref: false })]);
    const stream = new LiveStream(visitor, asked);
    // It hears from now on, so that nothing is missed between the first look and the first news.
    this.streams.add(stream);
    stream.body.once('close', () => this.streams.delete(stream));
    try {
      for (const topic of stream.asked) {
        stream.follow(topic, await this.topics.standing(visitor.actor, topic), true);
      }
    } catch (error) {
      stream.body.destroy();
      throw error;
    }
    return stream.body;
  }

  /** Asks again whether everybody may still hear what they hear. One look after the other: it is no hurry. */
  async review(): Promise<void> {
    for (const stream of [...this.streams]) await this.reviewOne(stream);
  }

  /** Ends every connection and opens no more, so that the server can close. */
  close(): void {
    this.isClosed = true;
    clearInterval(this.timer);
    for (const stream of this.streams) stream.end();
  }

  onApplicationShutdown(): void {
    this.close();
  }

  private listen(): Promise<void> {
    this.timer ??= setInterval(() => void this.beat(), BEAT_MS).unref();
    return (this.hearing ??= this.news.listen({
      news: (news) => {
        this.hear(news);
      },
      missed: () => {
        for (const stream of this.streams) stream.refetch();
      },
    }));
  }

  private async beat(): Promise<void> {
    this.news.check();
    for (const stream of this.streams) stream.beat();
    this.beats += 1;
    if (this.beats % REVIEW_BEATS === 0) await this.review();
  }

  /** Where somebody was signed out, their pages hear nothing more at once. */
  private async reviewOf(userId: string): Promise<void> {
    const own = [...this.streams].filter(({ visitor }) => visitor.actor.user_id === userId);
    for (const stream of own) await this.reviewOne(stream);
  }

  private hear({ topic, version }: News): void {
    if (topic.startsWith(ACCOUNT)) void this.reviewOf(topic.slice(ACCOUNT.length));
    const waiting = this.resting.get(topic);
    if (waiting !== undefined) {
      this.resting.set(topic, Math.max(version, waiting ?? 0));
      return;
    }
    for (const stream of this.streams) if (stream.hears(topic)) stream.tell({ topic, version });
    this.resting.set(topic, null);
    setTimeout(() => this.rested(topic), REST_MS).unref();
  }

  private rested(topic: Topic): void {
    const version = this.resting.get(topic) ?? null;
    this.resting.delete(topic);
    if (version !== null) this.hear({ topic, version });
  }

  private async reviewOne(stream: LiveStream): Promise<void> {
    try {
      const actor = await this.authentication.stillIs(stream.visitor);
      for (const topic of stream.asked) {
        const news = await this.topics.standing(actor, topic).catch(refusedOf);
        if (news === null) stream.lose(topic);
        else stream.follow(topic, news, false);
      }
      if (stream.asked.length === 0) stream.end();
    } catch (error) {
      // What cannot be asked now, while a database is away, is asked in a minute.
      if (isRefusal(error)) stream.end();
    }
  }
}

function refusedOf(error: unknown): null {
  if (isRefusal(error)) return null;
  throw error;
}

function isRefusal(error: unknown): boolean {
  return error instanceof DomainError && ['unauthenticated', 'forbidden', 'not_found'].includes(error.kind);
}
