import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { UsersModule } from '../../features/users/users.module.js';
import { AccessGuard } from './access.guard.js';

/** Closes every HTTP route of the process, on both listeners, unless it says that it is open. */
@Module({
  imports: [UsersModule],
  providers: [{ provide: APP_GUARD, useClass: AccessGuard }],
})
export class AuthModule {}
