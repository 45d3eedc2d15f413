import { Module } from '@nestjs/common';
import { GuildsModule } from '../../features/guilds/guilds.module.js';
import { GuildsController } from './guilds.controller.js';

@Module({ imports: [GuildsModule], controllers: [GuildsController] })
export class GuildsApiModule {}
