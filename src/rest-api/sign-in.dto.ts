import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, ValidateBy } from 'class-validator';
import { isOwnPath } from '../features/sessions/rules/return-path.js';
import { Integer } from './openapi/formats.js';
import { Optional } from './validation/decorators.js';

/** Query of `GET /auth/discord/login`. */
export class SignInQuery {
  /** The path of our own page to come back to, with `?sign_in=denied` when Discord's page was cancelled. */
  @Optional()
  @IsString()
  @MaxLength(500)
  @ValidateBy({
    name: 'isOwnPath',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && isOwnPath(value),
      defaultMessage: () => '$property must be a path of ours, such as /api/docs',
    },
  })
  readonly return_to?: string;
}

/** A bearer token for the session of the browser. */
export class SessionTokenView {
  readonly access_token: string;
  @ApiProperty({ enum: ['Bearer'] }) readonly token_type: 'Bearer';
  /** Seconds until the token ends; it ends with its session, too. */
  @Integer() readonly expires_in: number;
}
