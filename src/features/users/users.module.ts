import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { AccessTokens } from './access-tokens.js';
import { AuthenticationService } from './authentication.service.js';
import { UsersRepository } from './users.repository.js';
import { USER_MODEL, userSchema } from './users.schema.js';
import { UsersService } from './users.service.js';

/** People: who they are, and how they prove it. */
@Module({
  imports: [MongooseModule.forFeature([{ name: USER_MODEL, schema: userSchema }])],
  providers: [AccessTokens, AuthenticationService, UsersRepository, UsersService],
  exports: [AuthenticationService, UsersService],
})
export class UsersModule {}
