import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsTimeZone, IsUUID } from 'class-validator';
import {
  IMPORT_OUTCOMES,
  type ImportedRow,
  type ImportOutcome,
  type ImportWish,
} from '../features/imports/imports.service.js';
import { Integer, Uuid } from './openapi/formats.js';
import { Flag, Optional } from './validation/decorators.js';

/** Query of `POST /events/import`. */
export class ImportQuery implements ImportWish {
  /** @example "01980000-0000-7000-8000-000000000000" */
  @IsUUID()
  readonly org_id: string;

  /** Only says what each row would become. */
  @Optional()
  @Flag()
  readonly dry_run?: boolean;

  /** The clock on which times without a zone are read; your own when left out. */
  @Optional()
  @IsTimeZone()
  @ApiProperty({ example: 'Europe/Paris' })
  readonly timezone?: string;

  /** `published` when left out. */
  @Optional()
  @IsIn(['draft', 'published'])
  readonly state?: 'draft' | 'published';
}

/** What became of a row of the file, or would. */
export class ImportedRowView implements ImportedRow {
  /** Its line in a table; its place among the events of a calendar. */
  @Integer() readonly row: number;
  readonly title: string;
  /** Null when it cannot be read. */
  readonly start_at_utc: Date | null;
  /**
   * `new`: would be made; `created`; `exists`: was imported before, and is left as it is; `skipped`: not to be imported;
   * `invalid`.
   */
  @ApiProperty({ enum: IMPORT_OUTCOMES })
  readonly outcome: ImportOutcome;
  @Uuid() readonly event_id?: string;
  /** Why it is skipped or invalid. */
  readonly message?: string;
}

/** Answer of `POST /events/import`. */
export class ImportView {
  @ApiProperty({ type: [ImportedRowView] })
  readonly items: readonly ImportedRowView[];
}
