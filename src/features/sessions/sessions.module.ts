import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { OAuth2Api } from '../../discord-api/oauth2.api.js';
import { UsersModule } from '../users/users.module.js';
import { AccessTokens } from './access-tokens.js';
import { AuthenticationService } from './authentication.service.js';
import { PersonalTokensRepository } from './personal-tokens.repository.js';
import { PERSONAL_TOKEN_MODEL, personalTokenSchema } from './personal-tokens.schema.js';
import { PersonalTokensService } from './personal-tokens.service.js';
import { SessionsRepository } from './sessions.repository.js';
import { SESSION_MODEL, sessionSchema, SIGN_IN_MODEL, signInSchema } from './sessions.schema.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';
import { SignInsRepository } from './sign-ins.repository.js';

/** How people prove who they are: sign-in with Discord, sessions of browsers, tokens of programs. */
@Module({
  imports: [
    MongooseModule.forFeature([
      { name: SESSION_MODEL, schema: sessionSchema },
      { name: SIGN_IN_MODEL, schema: signInSchema },
      { name: PERSONAL_TOKEN_MODEL, schema: personalTokenSchema },
    ]),
    UsersModule,
  ],
  providers: [
    AccessTokens,
    AuthenticationService,
    // By itself: the module of Discord's calls needs Redis, which the token command does not.
    OAuth2Api,
    PersonalTokensRepository,
    PersonalTokensService,
    SessionsRepository,
    SessionsService,
    SignInService,
    SignInsRepository,
  ],
  exports: [AuthenticationService, PersonalTokensService, SessionsService, SignInService],
})
export class SessionsModule {}
