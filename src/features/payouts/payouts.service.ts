import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../common/actor.js';
import { decodeCursor, encodeCursor } from '../../common/cursor.js';
import { conflict, invalid, notFound } from '../../common/errors.js';
import { type Page, pageOf } from '../../common/page.js';
import type { KeepsPersonalData, Person } from '../../common/personal-data.js';
import { type Cell, toTable } from '../../common/table.js';
import { Config } from '../../config/config.js';
import { type Locale, textsIn } from '../../languages/languages.js';
import { HandlesTrigger } from '../../queue/handles.js';
import { AttendanceService } from '../attendance/attendance.service.js';
import { EventsService } from '../events/events.service.js';
import type { EventRecord } from '../events/rules/event-record.js';
import { UsersService } from '../users/users.service.js';
import { PayoutsRepository } from './payouts.repository.js';
import type { Payout, Share } from './payouts.schema.js';
import { claimsOf, dividePayout, type PayoutInput } from './rules/payout.js';

/** A share as organizers read it. */
export interface NamedShare extends Share {
  /** A member's handle, or a guest's name; empty for somebody who is known no more. */
  readonly name: string;
}

/** A payout as organizers read it. */
export interface NamedPayout extends Omit<Payout, 'shares'> {
  readonly shares: readonly NamedShare[];
}

/** Somebody's own share of an event's payout. */
export interface OwnShare {
  readonly event_id: string;
  readonly title: string;
  readonly start_at_utc: Date;
  readonly amount: number;
  readonly received_at: Date | null;
  /** Of the payout; it changes when an organizer changes what is shared. */
  readonly revision: number;
}

/** Which page. */
export interface PayoutsQuery {
  readonly limit: number;
  /** `next_cursor` of the page before. */
  readonly cursor?: string | undefined;
}

const DAY_MS = 86_400_000;
/** Payouts of one person that an export holds. */
const EXPORTED = 1_000;

/** What hauls of events are shared into, and who has received their share. */
@Injectable()
export class PayoutsService implements KeepsPersonalData {
  constructor(
    private readonly events: EventsService,
    private readonly attendance: AttendanceService,
    private readonly users: UsersService,
    private readonly payouts: PayoutsRepository,
    private readonly config: Config,
  ) {}

  /**
   * Shares the haul of an event that is over. It can be done again until the first has received their share.
   * @throws not_found, forbidden as `EventAccess.toChange`
   * @throws invalid for roles that are not the event's, weights without their rule, fees beyond the haul
   * @throws conflict `event_not_completed`, `no_one_to_share`, `payout_received`
   */
  async share(actor: Actor, eventId: string, input: PayoutInput): Promise<NamedPayout> {
    const event = await this.events.readToChange(actor, eventId);
    if (event.state !== 'completed') {
      throw conflict('event_not_completed', 'A haul is shared when the event is completed.');
    }
    requireWeights(event, input);
    const payout = await this.divided(actor, event, input);
    const saved = await this.payouts.save(payout);
    if (saved === null) {
      throw conflict('payout_received', 'Somebody has received their share: the payout stays as it is.');
    }
    await this.events.record(actor, 'payout.shared', event, input);
    return this.named(saved);
  }

  /** An event's payout, for its organizers. @throws not_found, forbidden as `EventAccess.toChange` */
  async read(actor: Actor, eventId: string): Promise<NamedPayout> {
    await this.events.readToChange(actor, eventId);
    const payout = await this.payouts.find(eventId);
    if (payout === null) throw notFound('payout');
    return this.named(payout);
  }

  /** `read` as a table (CSV) for spreadsheets. @throws as `read` */
  async export(
    actor: Actor,
    eventId: string,
    locale: Locale,
  ): Promise<{ file_name: string; content: string }> {
    const { slug } = await this.events.readToChange(actor, eventId);
    const { fees, shares } = await this.read(actor, eventId);
    const { payout, rosterTable } = textsIn(locale);
    const rows: Cell[][] = [
      ...fees.map(({ name, paid }) => [name, payout.kinds.fee, null, paid, null]),
      ...shares.map(({ name, user_id, weight, amount, received_at }) => [
        name,
        user_id === null ? payout.kinds.guest : payout.kinds.member,
        weight,
        amount,
        received_at?.toISOString() ?? null,
      ]),
    ];
    const content = await toTable(payout.columns, rows, rosterTable.separator);
    return { file_name: `${slug}-payout.csv`, content };
  }

  /**
   * Somebody has received their share, or takes that back.
   * @param revision of the payout that they saw; `null` for any
   * @throws not_found `payout_not_found` without a share of theirs; conflict `payout_changed`
   */
  async markReceived(
    actor: Actor,
    eventId: string,
    received: boolean,
    revision: number | null = null,
  ): Promise<OwnShare> {
    const at = received ? new Date() : null;
    const marked = await this.payouts.mark(eventId, actor.user_id, at, revision);
    const own = marked && ownShareIn(marked, actor.user_id);
    if (marked !== null && own !== null) {
      await this.events.record(actor, received ? 'payout.received' : 'payout.not_received', marked);
      return own;
    }
    const current = await this.payouts.find(eventId);
    if (current !== null && ownShareIn(current, actor.user_id) !== null) {
      throw conflict('payout_changed', 'The payout was changed meanwhile: look at your share again.');
    }
    throw notFound('payout');
  }

  /** One's own shares, the latest events first. @throws invalid for a cursor of another list */
  async listOwn(actor: Actor, { limit, cursor }: PayoutsQuery): Promise<Page<OwnShare>> {
    const keys = cursor === undefined ? null : decodeCursor(cursor, ['number', 'string']);
    const after = keys && { start_at_utc: new Date(Number(keys[0])), id: String(keys[1]) };
    const payouts = await this.payouts.listOf(actor.user_id, after, limit + 1);
    const { items, next_cursor } = pageOf(payouts, limit, ({ start_at_utc, id }) =>
      encodeCursor([start_at_utc.getTime(), id]),
    );
    return { items: items.flatMap((payout) => ownShareIn(payout, actor.user_id) ?? []), next_cursor };
  }

  /** Lets payouts that are long ago say no more who got what; the amounts stay. */
  @HandlesTrigger('forget_payouts')
  async forgetPeople(): Promise<void> {
    await this.payouts.forgetPeople(new Date(Date.now() - this.config.retentionDays.rosters * DAY_MS));
  }

  async exportOf({ user_id }: Person): Promise<unknown> {
    const payouts = await this.payouts.listOf(user_id, null, EXPORTED);
    return payouts.flatMap((payout) => ownShareIn(payout, user_id) ?? []);
  }

  async erase({ user_id }: Person, tombstone: string): Promise<void> {
    await this.payouts.replacePerson(user_id, tombstone);
  }

  private async divided(
    actor: Actor,
    { id, org_id, title, start_at_utc, duration_minutes }: EventRecord,
    input: PayoutInput,
  ): Promise<Omit<Payout, 'revision'>> {
    const roster = (await this.events.findWithRoster(id))?.roster ?? [];
    const minutes = await this.attendance.minutesOf(id);
    const claims = claimsOf(input, { roster, duration_minutes, minutes });
    const division = dividePayout(input, claims);
    const now = new Date();
    return {
      ...{ id, org_id, title, start_at_utc },
      ...input,
      fees: input.fees.map((fee, index) => ({ ...fee, paid: division.fees[index] ?? 0 })),
      shares: claims.map((claim, index) => ({
        id: uuidv7(),
        ...claim,
        amount: division.shares[index] ?? 0,
        received_at: null,
      })),
      created_by: actor.user_id,
      created_at: now,
      updated_at: now,
    };
  }

  private async named(payout: Payout): Promise<NamedPayout> {
    const users = await this.users.findAll(payout.shares.flatMap(({ user_id }) => user_id ?? []));
    const shares = payout.shares.map((share) => ({
      ...share,
      name: share.guest ?? users.get(share.user_id ?? '')?.handle ?? '',
    }));
    return { ...payout, shares };
  }
}

/** @throws invalid for weights of what is not a role of the event, or where roles do not count */
function requireWeights({ roles }: EventRecord, { rule, role_weights }: PayoutInput): void {
  if (rule !== 'roles' && role_weights.length > 0) {
    throw invalid([{ field: 'role_weights', message: 'count only with the rule "roles"' }]);
  }
  const faults = role_weights.flatMap(({ role_id }, index) =>
    roles.some(({ id }) => id === role_id)
      ? []
      : [{ field: `role_weights.${index}.role_id`, message: 'is not a role of the event' }],
  );
  if (faults.length > 0) throw invalid(faults);
}

function ownShareIn(payout: Payout, userId: string): OwnShare | null {
  const share = payout.shares.find(({ user_id }) => user_id === userId);
  if (share === undefined) return null;
  const { id, title, start_at_utc, revision } = payout;
  const { amount, received_at } = share;
  return { event_id: id, title, start_at_utc, amount, received_at, revision };
}
