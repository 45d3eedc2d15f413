import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import mongoose from 'mongoose';
import { Config } from '../config/config.js';
import { Backup } from './backup.js';
import { ConnectionWatch, DRIVER_WAITS } from './connection-watch.js';
import { Migrations } from './migrations/migrations.js';
import { SchemaWatch } from './migrations/schema-watch.js';

// A filter or an update that names a field which the schema does not have is a mistake of ours: fail, never drop it silently.
mongoose.set('strictQuery', 'throw');
mongoose.set('strict', 'throw');

/** The connection to MongoDB, and the shape of what is in it. */
@Module({
  imports: [
    MongooseModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        uri: config.mongodbUri,
        bufferCommands: false,
        // Migrations build the indexes.
        autoIndex: false,
        autoCreate: false,
        ...DRIVER_WAITS,
        // At boot, wait for a database that is just starting.
        retryAttempts: 2,
        retryDelay: 1_000,
      }),
    }),
  ],
  providers: [Migrations, SchemaWatch, ConnectionWatch, Backup],
})
export class DatabaseModule {}
