import { Module } from '@nestjs/common';
import { AccountsModule } from '../../features/accounts/accounts.module.js';
import { UsersController } from './users.controller.js';

@Module({ imports: [AccountsModule], controllers: [UsersController] })
export class UsersApiModule {}
