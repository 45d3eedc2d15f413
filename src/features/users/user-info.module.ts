import { Module } from '@nestjs/common';
import { UsersModule } from './users.data.module.js';
import { FindUserInfo } from './find-user-info.js';

@Module({ imports: [UsersModule], providers: [FindUserInfo], exports: [FindUserInfo] })
export class UserInfoModule {}
