import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import type { Page } from '../common/page.js';
import {
  type AuditAction,
  AUDITED_NOUNS,
  type AuditedNoun,
  type AuditEntry,
  type AuditSource,
} from '../features/audit/rules/audit-entry.js';
import type { UsersService } from '../features/users/users.service.js';
import { Uuid } from './openapi/formats.js';
import { PageQuery } from './paging/page.dto.js';
import { Moment, Optional } from './validation/decorators.js';

/** Who did what, as REST shows it. */
class AuditEntryView implements AuditEntry {
  readonly id: string;
  @Uuid() readonly org_id: string | null;
  @Uuid() readonly event_id: string | null;
  /** @example "member.put" */
  @ApiProperty({ type: 'string' }) readonly action: AuditAction;
  /**
   * A user; one who erased their account has an id here that belongs to no user. `null` for what the clock or a Discord role
   * did, and for members' own answers: there the target is the member.
   */
  @Uuid() readonly actor_id: string | null;
  /** What or whom it was done to, by id. */
  readonly target_id: string | null;
  /** The fields that were given. */
  @ApiProperty({ type: 'array', items: { type: 'string' } }) readonly fields: readonly string[];
  /** Their values, of those that are not personal. */
  @ApiProperty({ type: 'object', additionalProperties: true }) readonly values: Readonly<
    Record<string, unknown>
  >;
  @ApiProperty({ enum: ['web', 'discord', 'system'] }) readonly source: AuditSource;
  readonly request_id: string | null;
  readonly at: Date;
}

/** Query of an organization's audit, and of an event's timeline. */
export class FilteredAuditQueryDto extends PageQuery {
  /** What was done something to: the first word of `action`. */
  @Optional()
  @IsIn(AUDITED_NOUNS)
  readonly about?: AuditedNoun;

  /** Who did it. */
  @Optional()
  @IsUUID()
  readonly actor_id?: string;

  /** Not before. */
  @Optional()
  @Moment()
  readonly from?: Date;

  /** Before. */
  @Optional()
  @Moment()
  readonly to?: Date;
}

/** Who did what, by name where it is a person. */
export class NamedAuditEntryView extends AuditEntryView {
  readonly actor_handle: string | null;
  readonly target_handle: string | null;
}

/** Names the people in a page of entries. */
export async function withHandles(
  { items, next_cursor }: Page<AuditEntry>,
  users: Pick<UsersService, 'findAll'>,
): Promise<Page<NamedAuditEntryView>> {
  const ids = items.flatMap(({ actor_id, target_id }) => [actor_id, target_id]);
  const people = await users.findAll([...new Set(ids.filter((one) => one !== null))]);
  const handleOf = (one: string | null) => (one === null ? null : (people.get(one)?.handle ?? null));
  const named = items.map((entry) => ({
    ...entry,
    actor_handle: handleOf(entry.actor_id),
    target_handle: handleOf(entry.target_id),
  }));
  return { items: named, next_cursor };
}
