import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { Config } from '../../config/config.js';
import { UsersModule } from './users.data.module.js';
import { AccessTokens } from './access-tokens.js';
import { Authenticate } from './authenticate.js';
import { FindOrCreateByDiscord } from './find-or-create-by-discord.js';
import { GetProfile } from './get-profile.js';
import { IssueToken } from './issue-token.js';
import { UpdateProfile } from './update-profile.js';

const useCases = [Authenticate, FindOrCreateByDiscord, GetProfile, IssueToken, UpdateProfile];

@Module({
  imports: [
    UsersModule,
    JwtModule.registerAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        secret: config.jwtSecret,
        signOptions: { algorithm: 'HS256' },
        verifyOptions: { algorithms: ['HS256'] },
      }),
    }),
  ],
  providers: [...useCases, AccessTokens],
  exports: useCases,
})
export class AccountsModule {}
