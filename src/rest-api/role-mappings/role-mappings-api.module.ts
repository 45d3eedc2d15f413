import { Module } from '@nestjs/common';
import { RoleMappingsModule } from '../../features/role-mappings/role-mappings.module.js';
import { RoleMappingsController } from './role-mappings.controller.js';

@Module({ imports: [RoleMappingsModule], controllers: [RoleMappingsController] })
export class RoleMappingsApiModule {}
