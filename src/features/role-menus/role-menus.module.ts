import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { DiscordApiModule } from '../../discord-api/discord-api.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { GuildsModule } from '../guilds/guilds.module.js';
import { RoleMappingsModule } from '../role-mappings/role-mappings.module.js';
import { UsersModule } from '../users/users.module.js';
import { MenuMessages } from './menu-messages.js';
import { MenuRoles } from './menu-roles.js';
import { RoleMenusRepository } from './role-menus.repository.js';
import { ROLE_MENU_MODEL, roleMenuSchema } from './role-menus.schema.js';
import { RoleMenusService } from './role-menus.service.js';

/** Menus with which members take and leave roles themselves. */
@Module({
  imports: [
    AuditModule,
    DiscordApiModule,
    GuildsModule,
    RoleMappingsModule,
    UsersModule,
    MongooseModule.forFeature([{ name: ROLE_MENU_MODEL, schema: roleMenuSchema }]),
  ],
  providers: [MenuMessages, MenuRoles, RoleMenusRepository, RoleMenusService],
  exports: [RoleMenusService],
})
export class RoleMenusModule {}
