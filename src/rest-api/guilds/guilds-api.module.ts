import { Module } from '@nestjs/common';
import { GuildsRoom } from '../../features/guilds/guilds.module.js';
import { GuildsController } from './guilds.controller.js';

@Module({ imports: [GuildsRoom], controllers: [GuildsController] })
export class GuildsApiModule {}
