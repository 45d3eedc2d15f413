import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsBoolean, IsIn, IsString, MaxLength } from 'class-validator';
import { SUBSCRIBABLE, type Subscribable } from '../../features/webhooks/rules/event-types.js';
import { Optional } from '../validation/decorators.js';

const LONGEST_URL = 2_000;

/** Body of `POST /webhooks`. */
export class CreateWebhookDto {
  /**
   * An https address on a public host.
   * @example "https://example.org/verselink"
   */
  @IsString()
  @MaxLength(LONGEST_URL)
  @ApiProperty({ format: 'uri' })
  readonly url: string;

  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(SUBSCRIBABLE.length)
  @IsIn(SUBSCRIBABLE, { each: true })
  @ApiProperty({ enum: SUBSCRIBABLE, isArray: true, example: ['member_joined'] })
  readonly events: Subscribable[];

  /** Signs the deliveries; one is made when it is left out. */
  @Optional()
  @IsString()
  readonly secret?: string;

  @Optional()
  @IsBoolean()
  readonly active?: boolean;
}

/** Body of `PATCH /webhooks/{id}`: what is left out stays as it is. */
export class UpdateWebhookDto {
  /** An https address on a public host. */
  @Optional()
  @IsString()
  @MaxLength(LONGEST_URL)
  @ApiProperty({ format: 'uri' })
  readonly url?: string;

  @Optional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(SUBSCRIBABLE.length)
  @IsIn(SUBSCRIBABLE, { each: true })
  @ApiProperty({ enum: SUBSCRIBABLE, isArray: true })
  readonly events?: Subscribable[];

  @Optional()
  @IsString()
  readonly secret?: string;

  /**
   * Switching it on again forgives its failures.
   * @example true
   */
  @Optional()
  @IsBoolean()
  readonly active?: boolean;
}
