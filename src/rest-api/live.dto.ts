import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { ASKED_TOPIC, type News, type Topic } from '../common/live-topics.js';

const MOST_TOPICS = 20;
const TOPICS = new RegExp(`^${ASKED_TOPIC}(?:,${ASKED_TOPIC}){0,${String(MOST_TOPICS - 1)}}$`);

export class LiveQuery {
  /**
   * What to hear of, at most 20, with commas: `event:<id>`, `mirrors:<event's id>`, `organization:<id>`, `events` (all organizations
   * that you belong to), `account` (where you are signed in), `guild:<Discord's id>`, `jobs`.
   * @example "events"
   */
  @Matches(TOPICS, { message: '$property must be 1 to 20 topics, with commas' })
  readonly topics: string;
}

/** The data of a message: a topic has this version now. */
export class NewsView implements News {
  /** @example "event:01980000-0000-7000-8000-000000000000" */
  @ApiProperty({ type: 'string' }) readonly topic: Topic;
  /** Another number than before means that something changed. */
  @ApiProperty({ type: 'integer' }) readonly version: number;
}
