import { ApplicationCommandType, InteractionType } from 'discord-api-types/v10';
import type { Context } from '../context.js';
import { findMessage } from '../rules/access.js';
import { refuse } from '../errors.js';
import { messageShape } from '../shapes/message.js';
import { usableCommand } from './command.js';
import type { NewInteraction } from './interactions.js';
import { resolve } from './resolved.js';
import { commandSceneOf, type Scene } from './scene.js';

/** A command that somebody picks from the menu of a user or a message. */
export interface ContextMenuInput {
  channel_id: string;
  user_id: string;
  name: string;
  type: ApplicationCommandType.User | ApplicationCommandType.Message;
  /** The user or message. */
  target_id: string;
}

/** A command of a user's or a message's context menu. */
export function contextMenuUse(context: Context, input: ContextMenuInput): NewInteraction {
  const { type, target_id, name } = input;
  const scene = commandSceneOf(context.world, input.channel_id, input.user_id);
  const command = usableCommand(context, scene, name, type);
  const ofUser = type === ApplicationCommandType.User;
  const resolved = ofUser ? userBehind(context, scene, target_id) : messageBehind(context, scene, target_id);
  return {
    kind: 'command',
    type: InteractionType.ApplicationCommand,
    scene,
    name,
    command: { type, ...(ofUser ? { target_user_id: target_id } : { target_message_id: target_id }) },
    data: {
      id: command.id,
      name: command.name,
      type,
      ...(command.guild_id === undefined ? {} : { guild_id: command.guild_id }),
      target_id,
      resolved,
    },
  };
}

function userBehind(context: Context, scene: Scene, userId: string): object {
  if (!context.world.users.has(userId)) throw refuse(10013);
  return resolve(context, scene, [userId]);
}

function messageBehind({ world }: Context, scene: Scene, messageId: string): object {
  const message = findMessage(world, scene.channel, messageId);
  return { messages: { [messageId]: messageShape(world, message) } };
}
