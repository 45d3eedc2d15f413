import { Module } from '@nestjs/common';
import { HealthRepository } from './health.repository.js';

@Module({ providers: [HealthRepository], exports: [HealthRepository] })
export class HealthRepositoryModule {}
