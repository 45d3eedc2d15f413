import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { AuditModule } from '../audit/audit.module.js';
import { UsersRepository } from './users.repository.js';
import { USER_MODEL, userSchema } from './users.schema.js';
import { UsersService } from './users.service.js';

/** People. */
@Module({
  imports: [MongooseModule.forFeature([{ name: USER_MODEL, schema: userSchema }]), AuditModule],
  providers: [UsersRepository, UsersService],
  exports: [UsersService],
})
export class UsersModule {}
