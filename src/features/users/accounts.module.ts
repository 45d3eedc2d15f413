import { Module } from '@nestjs/common';
import { UsersModule } from './users.data.module.js';
import { AccessTokens } from './access-tokens.js';
import { Accounts } from './accounts.js';
import { Authenticate } from './authenticate.js';

import { GetProfile } from './get-profile.js';
import { IssueToken } from './issue-token.js';
import { UpdateProfile } from './update-profile.js';

const useCases = [Accounts, Authenticate, GetProfile, IssueToken, UpdateProfile];

@Module({
  imports: [UsersModule],
  providers: [...useCases, AccessTokens],
  exports: useCases,
})
export class AccountsModule {}
