import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { type Cell, toTable } from '../../common/table.js';
import { type Locale, textsIn } from '../../languages/languages.js';
import { EventAccess } from './event-access.js';
import { ROSTER_LIMIT } from './rules/roster.js';
import type { SignupRow } from './rules/signup-row.js';
import { SignupsService } from './signups.service.js';

/** Writes who is signed up for an event as a table. For those who may change the event. */
@Injectable()
export class RosterExport {
  constructor(
    private readonly access: EventAccess,
    private readonly signups: SignupsService,
  ) {}

  /** A table (CSV) for spreadsheets. @throws not_found, forbidden as `EventAccess.toChange` */
  async export(
    actor: Actor,
    eventId: string,
    locale: Locale,
  ): Promise<{ file_name: string; content: string }> {
    const { slug } = await this.access.toChange(actor, eventId);
    const { items } = await this.signups.list(actor, eventId, { limit: ROSTER_LIMIT });
    const { rosterTable, signupMessage } = textsIn(locale);
    const { separator, columns } = rosterTable;
    const statuses = { ...rosterTable.statuses, ...signupMessage.answers };
    const rows = items.map((row) => cellsOf(row, statuses[row.status]));
    const content = await toTable(columns, rows, separator);
    return { file_name: `${slug}.csv`, content };
  }
}

function cellsOf(row: SignupRow, status: string): Cell[] {
  return [
    row.handle,
    row.discord_id,
    row.role_name,
    status,
    row.position_in_waitlist,
    row.ship_model,
    row.notes,
    row.created_at.toISOString(),
    row.checked_in_at?.toISOString() ?? null,
  ];
}
