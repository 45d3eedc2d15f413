import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { SignupLocksRepository } from './signup-locks.repository.js';
import { SignupsRepository } from './signups.repository.js';
import { SIGNUP_MODEL, signupSchema } from './signups.schema.js';

@Module({
  imports: [MongooseModule.forFeature([{ name: SIGNUP_MODEL, schema: signupSchema }])],
  providers: [SignupsRepository, SignupLocksRepository],
  exports: [SignupsRepository, SignupLocksRepository],
})
export class SignupsRepositoryModule {}
