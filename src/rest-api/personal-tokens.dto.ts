import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsIn } from 'class-validator';
import type { NewToken, TokenWish } from '../features/sessions/personal-tokens.service.js';
import {
  type PersonalToken,
  type Scope,
  SCOPES,
  TOKEN_NAME_MAX,
} from '../features/sessions/rules/personal-token.js';
import { Uuid } from './openapi/formats.js';
import { Moment, Name, Nullable } from './validation/decorators.js';

/** Body of `POST /users/me/tokens`. */
export class CreatePersonalTokenDto {
  /** @example "Calendar of my squadron" */
  @Name(1, TOKEN_NAME_MAX)
  readonly name: string;

  /** What the token may do: read or write one part of the API, or all that only site admins may do. */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(SCOPES.length)
  @ArrayUnique()
  @IsIn(SCOPES, { each: true })
  @ApiProperty({ enum: SCOPES, isArray: true, example: ['events:read', 'signups:read'] })
  readonly scopes: Scope[];

  /**
   * Without it, the token lasts until it is revoked.
   * @example "2042-01-01T12:00:00.000Z"
   */
  @Nullable()
  @Moment()
  readonly expires_at?: Date | null;
}

/** A personal token, as REST shows it. */
export class PersonalTokenView implements Omit<PersonalToken, 'user_id'> {
  @Uuid() readonly id: string;
  readonly name: string;
  @ApiProperty({ enum: SCOPES, isArray: true }) readonly scopes: readonly Scope[];
  readonly created_at: Date;
  /** Noted every ten minutes at most. */
  readonly last_used_at: Date | null;
  /** `null` for one that lasts until it is revoked; one that has ended stays in the list for 30 days. */
  readonly expires_at: Date | null;
}

/** A personal token just made. */
export class NewPersonalTokenView extends PersonalTokenView {
  /** The token itself, to be sent as `Authorization: Bearer`: shown here and never again. */
  readonly token: string;
}

export function toTokenWish({ name, scopes, expires_at = null }: CreatePersonalTokenDto): TokenWish {
  return { name, scopes, expires_at };
}

export function toPersonalTokenView({ user_id: _user, ...token }: PersonalToken): PersonalTokenView {
  return token;
}

export function toNewPersonalTokenView({ user_id: _user, ...token }: NewToken): NewPersonalTokenView {
  return token;
}
