import { Injectable, Logger } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../common/actor.js';
import { currentRequestId } from '../../common/correlation.js';
import { decodeCursor, encodeCursor } from '../../common/cursor.js';
import type { KeepsPersonalData, Person } from '../../common/personal-data.js';
import { type Page, pageOf } from '../../common/page.js';
import { AuditRepository, type AuditedThing } from './audit.repository.js';
import {
  type AuditAction,
  type AuditedNoun,
  type AuditEntry,
  described,
  sourceOf,
} from './rules/audit-entry.js';

/** What was done, beside who did it and when. */
export interface AuditedAct {
  /** That of the command that did it, where it has one; a new one otherwise. */
  readonly id?: string;
  readonly action: AuditAction;
  readonly org_id: string | null;
  readonly event_id?: string;
  readonly target_id?: string;
  /** What was given; only names of fields and plain values of it are kept. */
  readonly change?: object;
  /** Names of fields whose values must not be kept, in the place of `change`. */
  readonly fields?: readonly string[];
}

/** Which page. */
export interface AuditQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Which entries of an organization or event; all when nothing is said. */
export interface FilteredAuditQuery extends AuditQuery {
  readonly about?: AuditedNoun | undefined;
  readonly actor_id?: string | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

/** Who did what. The rooms whose things they are decide who may read it. */
@Injectable()
export class AuditService implements KeepsPersonalData {
  private readonly logger = new Logger('Audit');

  constructor(private readonly entries: AuditRepository) {}

  /**
   * Writes down what has been done. It stands done even if this fails; then the log has the entry.
   * @param actor `null` when no person did it
   */
  async record(actor: Actor | null, act: AuditedAct): Promise<void> {
    const entry: AuditEntry = {
      id: act.id ?? uuidv7(),
      org_id: act.org_id,
      event_id: act.event_id ?? null,
      action: act.action,
      actor_id: actor?.user_id ?? null,
      target_id: act.target_id ?? null,
      ...described(act.change ?? {}),
      ...(act.fields !== undefined && { fields: [...act.fields].sort() }),
      source: sourceOf(actor),
      request_id: currentRequestId(),
      at: new Date(),
    };
    await this.entries
      .add([entry])
      .catch((error: unknown) => this.logger.error({ err: error, entry }, 'An audit entry was not stored'));
  }

  /** Adds what was found to have happened. Twice is once: entries keep their ids. */
  async add(entries: readonly AuditEntry[]): Promise<void> {
    await this.entries.add(entries);
  }

  /** What was done in an organization, newest first. @throws invalid for a cursor of another list */
  async ofOrganization(orgId: string, query: FilteredAuditQuery): Promise<Page<AuditEntry>> {
    return this.page({ org_id: orgId }, query);
  }

  /** What happened to an event, newest first. @throws invalid for a cursor of another list */
  async ofEvent(eventId: string, query: FilteredAuditQuery): Promise<Page<AuditEntry>> {
    return this.page({ event_id: eventId }, query);
  }

  /** What was done to the installation itself, and to accounts, newest first. @throws invalid for a cursor of another list */
  async ofInstallation(query: AuditQuery): Promise<Page<AuditEntry>> {
    return this.page({ org_id: null, event_id: null }, query);
  }

  /** Who else has done something to them is not told. */
  async exportOf({ user_id }: Person): Promise<unknown> {
    const entries = await this.entries.listAbout(user_id);
    return entries.map((entry) => (entry.actor_id === user_id ? entry : { ...entry, actor_id: null }));
  }

  async erase({ user_id }: Person, tombstone: string): Promise<void> {
    await this.entries.replacePerson(user_id, tombstone);
  }

  private async page(
    of: AuditedThing,
    { limit, cursor, about, actor_id, from, to }: FilteredAuditQuery,
  ): Promise<Page<AuditEntry>> {
    const keys = cursor === undefined ? null : decodeCursor(cursor, ['number', 'string']);
    const after = keys && { at: new Date(Number(keys[0])), id: String(keys[1]) };
    const filter = { about, actor_id, from, to };
    const rows = await this.entries.list({ ...of, ...filter }, after, limit + 1);
    return pageOf(rows, limit, ({ at, id }) => encodeCursor([at.getTime(), id]));
  }
}
