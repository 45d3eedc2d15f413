import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { SessionsModule } from '../../features/sessions/sessions.module.js';
import { AccessGuard } from './access.guard.js';
import { Cookies } from './cookies.js';

/** Closes every HTTP route of the process, on both listeners, unless it says that it is open. */
@Module({
  imports: [SessionsModule],
  providers: [AccessGuard, Cookies, { provide: APP_GUARD, useExisting: AccessGuard }],
  exports: [AccessGuard, Cookies],
})
export class AuthModule {}
