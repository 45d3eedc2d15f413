import { Module } from '@nestjs/common';
import { OrganizationsRoom } from '../../features/organizations/organizations.module.js';
import { MembersController } from './members.controller.js';
import { OrganizationsController } from './organizations.controller.js';

@Module({ imports: [OrganizationsRoom], controllers: [OrganizationsController, MembersController] })
export class OrganizationsApiModule {}
