import { Module } from '@nestjs/common';
import { OrganizationsModule } from '../../features/organizations/organizations.module.js';
import { MembersController } from './members.controller.js';
import { OrganizationsController } from './organizations.controller.js';

@Module({ imports: [OrganizationsModule], controllers: [OrganizationsController, MembersController] })
export class OrganizationsApiModule {}
