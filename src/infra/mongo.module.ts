import { Injectable, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { InjectConnection, MongooseModule } from '@nestjs/mongoose';
import mongoose, { type Connection } from 'mongoose';
import { Config } from '../config/config.js';

// A filter or an update that names a field which the schema does not have is a mistake of ours: fail, never drop it silently.
mongoose.set('strictQuery', 'throw');
mongoose.set('strict', 'throw');

/** Waits until every index is there before the application answers: the unique ones carry invariants. */
@Injectable()
class Indexes implements OnApplicationBootstrap {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  async onApplicationBootstrap(): Promise<void> {
    await Promise.all(Object.values(this.connection.models).map((model) => model.init()));
  }
}

/** The connection to MongoDB. */
@Module({
  imports: [
    MongooseModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        uri: config.mongodbUri,
        // At run time an absent database is an error at once (503), never a queue of waiting commands.
        bufferCommands: false,
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
  providers: [Indexes],
})
export class DatabaseModule {}
