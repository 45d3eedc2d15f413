import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsBoolean, IsIn, IsString, MaxLength } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { SUBSCRIBABLE, type Subscribable } from '../../features/webhooks/rules/event-types.js';
import { Optional } from '../validation/decorators.js';

const LONGEST_URL = 2_000;

/** Body of `POST /webhooks`. */
export class CreateWebhookDto {
  @IsString()
  @MaxLength(LONGEST_URL)
  @JSONSchema({ format: 'uri', description: 'An https address on a public host.' })
  readonly url: string;

  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(SUBSCRIBABLE.length)
  @IsIn(SUBSCRIBABLE, { each: true })
  readonly events: Subscribable[];

  @Optional()
  @IsString()
  @JSONSchema({ description: 'Signs the deliveries; one is made when it is left out.' })
  readonly secret?: string;

  @Optional()
  @IsBoolean()
  readonly active?: boolean;
}

/** Body of `PATCH /webhooks/{id}`: what is left out stays as it is. */
export class UpdateWebhookDto {
  @Optional()
  @IsString()
  @MaxLength(LONGEST_URL)
  @JSONSchema({ format: 'uri', description: 'An https address on a public host.' })
  readonly url?: string;

  @Optional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(SUBSCRIBABLE.length)
  @IsIn(SUBSCRIBABLE, { each: true })
  readonly events?: Subscribable[];

  @Optional()
  @IsString()
  readonly secret?: string;

  /** Switching it on again forgives its failures. */
  @Optional()
  @IsBoolean()
  readonly active?: boolean;
}
