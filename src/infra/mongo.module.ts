import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import mongoose from 'mongoose';
import { Config } from '../config/config.js';
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
        // At run time an absent database is an error at once (503), never a queue of waiting commands.
        bufferCommands: false,
        // Migrations build the indexes.
        autoIndex: false,
        autoCreate: false,
        serverSelectionTimeoutMS: 3_000,
        connectTimeoutMS: 3_000,
        socketTimeoutMS: 10_000,
        // Shorter than a request's deadline; the driver's default is for ever.
        waitQueueTimeoutMS: 8_000,
        // At boot, wait for a database that is just starting.
        retryAttempts: 2,
        retryDelay: 1_000,
      }),
    }),
  ],
  providers: [Migrations, SchemaWatch],
})
export class DatabaseModule {}
