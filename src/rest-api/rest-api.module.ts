import { Module } from '@nestjs/common';
import { HealthApiModule } from './health/health-api.module.js';
import { UsersApiModule } from './users/users-api.module.js';

/** The public REST API: one module for each noun. */
@Module({
  imports: [HealthApiModule, UsersApiModule],
})
export class RestApiModule {}
