import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../common/actor.js';
import { encodeCursor, idIn } from '../../common/cursor.js';
import { conflict, notFound } from '../../common/errors.js';
import { type Page, pageOf } from '../../common/page.js';
import type { KeepsPersonalData, Person } from '../../common/personal-data.js';
import { Config } from '../../config/config.js';
import { AuditService } from '../audit/audit.service.js';
import { EventCalendar } from '../events/event-calendar.js';
import { OrganizationsService } from '../organizations/organizations.service.js';
import { requireRoom } from '../organizations/rules/limits.js';
import { isUseToNote } from '../sessions/rules/session.js';
import { digestOf, newSecret } from '../sessions/secrets.js';
import { type FeedOwner, FeedsRepository } from './feeds.repository.js';
import { type Feed, MAX_PERSONAL_FEEDS, nextState } from './rules/feed.js';

/** A feed just made, with its link: the only time that it is shown. */
export interface NewFeed extends Feed {
  readonly url: string;
  /** The same for programs that subscribe by clicking. */
  readonly webcal_url: string;
}

/** A feed's file, with what tells a program whether it has it already. */
export interface FeedFile {
  readonly content: string;
  readonly etag: string;
  readonly changed_at: Date;
}

/** Which page of a list. */
interface FeedListing {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** More than anybody has. */
const ALL = 1_000;

/** Calendars by secret link: members' own for themselves, those of an organization for its admins to give away. */
@Injectable()
export class FeedsService implements KeepsPersonalData {
  constructor(
    private readonly feeds: FeedsRepository,
    private readonly calendar: EventCalendar,
    private readonly organizations: OrganizationsService,
    private readonly audit: AuditService,
    private readonly config: Config,
  ) {}

  /** A feed of what the actor has signed up for. @throws conflict `limit_reached` */
  async createOwn(actor: Actor, name: string): Promise<NewFeed> {
    const { user_id } = actor;
    if ((await this.feeds.count({ user_id })) >= MAX_PERSONAL_FEEDS) {
      throw conflict('limit_reached', `You have ${MAX_PERSONAL_FEEDS} calendar links: revoke one first.`);
    }
    const feed = await this.create(actor, { name, user_id, org_id: null, include_private: false });
    await this.record(actor, 'feed.created', null, feed.id, { name });
    return feed;
  }

  /**
   * A feed of an organization's events.
   * @param includePrivate whether those who get the link see its unlisted and private events too; drafts they never do
   * @throws not_found, forbidden as `OrganizationsService.require`; conflict `limit_reached`
   */
  async createForOrganization(
    actor: Actor,
    orgId: string,
    { name, includePrivate }: { readonly name: string; readonly includePrivate: boolean },
  ): Promise<NewFeed> {
    await this.organizations.require(actor, orgId, 'organization.feeds');
    requireRoom('feeds', await this.feeds.count({ org_id: orgId }));
    const wish = { name, user_id: null, org_id: orgId, include_private: includePrivate };
    const feed = await this.create(actor, wish);
    await this.record(actor, 'feed.created', orgId, feed.id, { name, include_private: includePrivate });
    return feed;
  }

  /** The actor's own, newest first. @throws invalid for a cursor of another list */
  async listOwn({ user_id }: Actor, listing: FeedListing): Promise<Page<Feed>> {
    return this.list({ user_id }, listing);
  }

  /** @throws not_found, forbidden as `OrganizationsService.require`; invalid for a cursor of another list */
  async listOfOrganization(actor: Actor, orgId: string, listing: FeedListing): Promise<Page<Feed>> {
    await this.organizations.require(actor, orgId, 'organization.feeds');
    return this.list({ org_id: orgId }, listing);
  }

  /** @throws not_found when the actor has no such feed */
  async revokeOwn(actor: Actor, id: string): Promise<void> {
    if (!(await this.feeds.remove({ user_id: actor.user_id }, id))) throw notFound('feed');
    await this.record(actor, 'feed.revoked', null, id);
  }

  async revokeAllOwn(actor: Actor): Promise<void> {
    const { user_id } = actor;
    await this.feeds.removeAll({ user_id });
    await this.record(actor, 'feed.revoked', null, user_id);
  }

  /** @throws not_found, forbidden as `OrganizationsService.require` */
  async revokeOfOrganization(actor: Actor, orgId: string, id: string): Promise<void> {
    await this.organizations.require(actor, orgId, 'organization.feeds');
    if (!(await this.feeds.remove({ org_id: orgId }, id))) throw notFound('feed');
    await this.record(actor, 'feed.revoked', orgId, id);
  }

  /** Whether a key opens a feed. */
  async recognizes(key: string): Promise<boolean> {
    return (await this.feeds.findByKey(digestOf(key))) !== null;
  }

  /** What a program gets that reads a feed. @throws not_found for a key that opens none, or none any more */
  async read(key: string): Promise<FeedFile> {
    const feed = await this.feeds.findByKey(digestOf(key));
    if (feed === null) throw notFound('feed');
    const content = await this.contentOf(feed);
    const etag = createHash('sha256').update(content).digest('base64url');
    const now = new Date();
    const state = nextState(feed, etag, now);
    const used = isUseToNote(feed.last_used_at, now) ? { last_used_at: now } : {};
    const changed = state === feed ? {} : { etag, changed_at: state.changed_at };
    if (Object.keys({ ...used, ...changed }).length > 0)
      await this.feeds.note(feed.id, { ...used, ...changed });
    return { content, etag, changed_at: state.changed_at };
  }

  async exportOf({ user_id }: Person): Promise<unknown> {
    const [own, made] = await Promise.all([
      this.feeds.list({ user_id }, null, ALL),
      this.feeds.listMadeBy(user_id),
    ]);
    return [...own, ...made];
  }

  async erase({ user_id }: Person, tombstone: string): Promise<void> {
    await this.feeds.removeAll({ user_id });
    await this.feeds.replaceMaker(user_id, tombstone);
  }

  /** How many calendar feeds an organization has. */
  async countOf(orgId: string): Promise<number> {
    return this.feeds.count({ org_id: orgId });
  }

  private async create(
    { user_id }: Actor,
    wish: Pick<Feed, 'name' | 'user_id' | 'org_id' | 'include_private'>,
  ): Promise<NewFeed> {
    const key = newSecret();
    const made = { created_by: user_id, created_at: new Date(), last_used_at: null };
    const feed = { id: uuidv7(), ...wish, ...made };
    await this.feeds.create(feed, digestOf(key));
    const url = `${this.config.publicUrl}/api/v1/feeds/${key}.ics`;
    return { ...feed, url, webcal_url: url.replace(/^https?:/u, 'webcal:') };
  }

  private async record(
    actor: Actor,
    action: `feed.${'created' | 'revoked'}`,
    orgId: string | null,
    targetId: string,
    change: object = {},
  ): Promise<void> {
    await this.audit.record(actor, { action, org_id: orgId, target_id: targetId, change });
  }

  private async list(owner: FeedOwner, { limit, cursor }: FeedListing): Promise<Page<Feed>> {
    const rows = await this.feeds.list(owner, idIn(cursor ?? null), limit + 1);
    return pageOf(rows, limit, ({ id }) => encodeCursor([id]));
  }

  private async contentOf({ name, user_id, org_id, include_private }: Feed): Promise<string> {
    const events =
      user_id === null
        ? await this.calendar.ofOrganization(org_id ?? '', include_private)
        : await this.calendar.ofMember(user_id);
    return this.calendar.fileOf(events, { name });
  }
}
