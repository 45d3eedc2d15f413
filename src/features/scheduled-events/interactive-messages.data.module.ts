import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { InteractiveMessagesRepository } from './interactive-messages.repository.js';
import { INTERACTIVE_MESSAGE_MODEL, interactiveMessageSchema } from './interactive-messages.schema.js';

@Module({
  imports: [
    MongooseModule.forFeature([{ name: INTERACTIVE_MESSAGE_MODEL, schema: interactiveMessageSchema }]),
  ],
  providers: [InteractiveMessagesRepository],
  exports: [InteractiveMessagesRepository],
})
export class InteractiveMessagesModule {}
