import { Module } from '@nestjs/common';
import { AccountsModule } from '../../features/users/accounts.module.js';
import { UsersController } from './users.controller.js';

@Module({ imports: [AccountsModule], controllers: [UsersController] })
export class UsersApiModule {}
