import { IsBoolean } from 'class-validator';
import type { NewFeed } from '../features/feeds/feeds.service.js';
import { type Feed, FEED_NAME } from '../features/feeds/rules/feed.js';
import { Uuid } from './openapi/formats.js';
import { Name, Optional } from './validation/decorators.js';

/** Body of `POST /users/me/feeds`. */
export class CreateFeedDto {
  /**
   * Calendar programs show it.
   * @example "My events"
   */
  @Name(FEED_NAME.min, FEED_NAME.max)
  readonly name: string;
}

/** Body of `POST /organizations/{id}/feeds`. */
export class CreateOrganizationFeedDto extends CreateFeedDto {
  /** Whether unlisted and private events are shown too, to everyone who has the link. */
  @Optional()
  @IsBoolean()
  readonly include_private?: boolean;
}

/** A calendar link, as REST shows it. */
export class FeedView implements Feed {
  @Uuid() readonly id: string;
  readonly name: string;
  /** Whose own it is; `null` for an organization's. */
  @Uuid() readonly user_id: string | null;
  @Uuid() readonly org_id: string | null;
  readonly include_private: boolean;
  @Uuid() readonly created_by: string;
  readonly created_at: Date;
  /** Noted every ten minutes at most. */
  readonly last_used_at: Date | null;
}

/** A calendar link just made. */
export class NewFeedView extends FeedView implements NewFeed {
  /** Shown here and never again. */
  readonly url: string;
  /** The same for programs that subscribe by clicking. */
  readonly webcal_url: string;
}
