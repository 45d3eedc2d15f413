import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { RoleMappingsRepository } from './role-mappings.repository.js';
import { ROLE_MAPPING_MODEL, roleMappingSchema } from './role-mappings.schema.js';

@Module({
  imports: [MongooseModule.forFeature([{ name: ROLE_MAPPING_MODEL, schema: roleMappingSchema }])],
  providers: [RoleMappingsRepository],
  exports: [RoleMappingsRepository],
})
export class RoleMappingsRepositoryModule {}
