import { ComponentType as C, InteractionType, type APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { messageShape } from '../shapes/message.js';
import { invalid } from '../validation/issues.js';
import type { MessageRecord } from '../world/records.js';
import type { NewInteraction } from './interactions.js';
import { resolve } from './resolved.js';
import { sceneOf } from './scene.js';

interface Clickable {
  type: C;
  id?: number;
  custom_id: string;
  disabled?: boolean;
  min_values?: number;
  max_values?: number;
  options?: { value: string }[];
}

/** A click on a button, or a selection in a menu, of a message that the member sees. */
export function componentUse(
  context: Context,
  input: { message_id: string; user_id: string; custom_id: string; values?: string[] | undefined },
): NewInteraction {
  const { world } = context;
  const message = world.messages.get(input.message_id);
  if (!message || (message.reader_id !== null && message.reader_id !== input.user_id)) throw refuse(10008);
  const scene = sceneOf(world, message.channel_id, input.user_id);
  const component = findComponent(message, input.custom_id);
  if (!component)
    throw invalid(['custom_id'], 'COMPONENT_VALIDATION_FAILED', 'The message has no such component.');
  if (component.disabled)
    throw invalid(['custom_id'], 'COMPONENT_VALIDATION_FAILED', 'The component is disabled.');
  const values = component.type === C.Button ? undefined : chosen(component, input.values ?? []);
  const resolved = values && component.type !== C.StringSelect ? resolve(context, scene, values) : undefined;
  return {
    kind: 'component',
    type: InteractionType.MessageComponent,
    scene,
    name: input.custom_id,
    sourceMessageId: message.id,
    data: {
      id: component.id ?? 0,
      custom_id: input.custom_id,
      component_type: component.type,
      ...(values ? { values } : {}),
      ...(resolved ? { resolved } : {}),
    },
    extra: { message: messageShape(world, message) },
  };
}

function chosen(component: Clickable, values: string[]): string[] {
  const { min_values = 1, max_values = 1, options } = component;
  const known = !options || values.every((value) => options.some((option) => option.value === value));
  if (values.length < min_values || values.length > max_values || !known) {
    throw invalid(
      ['values'],
      'COMPONENT_VALIDATION_FAILED',
      `Choose ${min_values} to ${max_values} of the menu's options.`,
    );
  }
  return values;
}

function findComponent(message: MessageRecord, customId: string): Clickable | undefined {
  return flatten(message.components).find((component) => component.custom_id === customId);
}

/** All components of a message, however deep. */
function flatten(components: readonly APIMessageTopLevelComponent[]): Clickable[] {
  const nodes = components as unknown as (Clickable & {
    components?: APIMessageTopLevelComponent[];
    accessory?: APIMessageTopLevelComponent;
  })[];
  return nodes.flatMap((node) => [
    node,
    ...flatten(node.components ?? []),
    ...flatten(node.accessory ? [node.accessory] : []),
  ]);
}
