import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { EventsModule } from '../events/events.module.js';
import { UsersModule } from '../users/users.module.js';
import { IMPORT_MODEL, importSchema } from './import.schema.js';
import { ImportsRepository } from './imports.repository.js';
import { ImportsService } from './imports.service.js';

/** Events that come in files. */
@Module({
  imports: [
    MongooseModule.forFeature([{ name: IMPORT_MODEL, schema: importSchema }]),
    EventsModule,
    UsersModule,
  ],
  providers: [ImportsRepository, ImportsService],
  exports: [ImportsService],
})
export class ImportsModule {}
