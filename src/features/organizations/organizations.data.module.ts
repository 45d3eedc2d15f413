import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { OrganizationsRepository } from './organizations.repository.js';
import { ORGANIZATION_MODEL, organizationSchema } from './organizations.schema.js';

@Module({
  imports: [MongooseModule.forFeature([{ name: ORGANIZATION_MODEL, schema: organizationSchema }])],
  providers: [OrganizationsRepository],
  exports: [OrganizationsRepository],
})
export class OrganizationsRepositoryModule {}
