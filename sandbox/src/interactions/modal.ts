import { ComponentType as C, InteractionResponseType, InteractionType } from 'discord-api-types/v10';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { messageShape } from '../shapes/message.js';
import { invalid } from '../validation/issues.js';
import { codePoints, isObject } from '../validation/reader.js';
import type { NewInteraction } from './interactions.js';
import { resolve } from './resolved.js';
import { sceneOf } from './scene.js';

/** Whose values are ids of something that is sent along. */
const BY_ID: ReadonlySet<C> = new Set([
  C.UserSelect,
  C.RoleSelect,
  C.MentionableSelect,
  C.ChannelSelect,
  C.FileUpload,
]);

interface Node {
  type: C;
  id?: number;
  custom_id?: string;
  required?: boolean;
  min_length?: number;
  max_length?: number;
  components?: Node[];
  component?: Node;
}

/** What somebody fills into a modal; `interaction_id` is the interaction that the bot answered by opening it. */
export interface ModalInput {
  interaction_id: string;
  user_id: string;
  custom_id: string;
  /** By custom id: a text for text inputs and radio groups, a list for menus, check boxes and files, true or false for one box. */
  fields: Record<string, unknown>;
}

/** The submission of a modal that the bot has opened for this user. */
export function modalSubmit(context: Context, input: ModalInput): NewInteraction {
  const { world, interactions } = context;
  const opener = interactions.get(input.interaction_id);
  if (opener?.report.type !== InteractionResponseType.Modal || opener.report.user_id !== input.user_id)
    throw refuse(10062);
  const modal = opener.report.data;
  if (!isObject(modal) || modal['custom_id'] !== input.custom_id) {
    throw invalid(['custom_id'], 'COMPONENT_VALIDATION_FAILED', 'The interaction opened no such modal.');
  }
  const source = world.messages.get(opener.sourceMessageId ?? '');
  const scene = sceneOf(world, opener.report.channel_id, input.user_id);
  const rows = modal['components'] as Node[];
  const resolved = resolve(
    context,
    scene,
    rows.flatMap((row) => chosenIds(row, input.fields)),
  );
  return {
    kind: 'modal',
    type: InteractionType.ModalSubmit,
    scene,
    name: input.custom_id,
    sourceMessageId: source?.id,
    opener: opener.metadata,
    data: {
      custom_id: input.custom_id,
      components: rows.map((row) => filled(row, input.fields)),
      ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
    },
    ...(source ? { extra: { message: messageShape(world, source) } } : {}),
  };
}

/** The modal's own structure with values in the place of descriptions. */
function filled(node: Node, fields: Record<string, unknown>): object {
  const id = node.id ?? 0;
  if (node.components)
    return { type: node.type, id, components: node.components.map((child) => filled(child, fields)) };
  if (node.component) return { type: node.type, id, component: filled(node.component, fields) };
  if (node.custom_id === undefined) return { type: node.type, id };
  const value = fields[node.custom_id];
  const base = { type: node.type, id, custom_id: node.custom_id };
  if (node.type === C.RadioGroup)
    return { ...base, value: typeof value === 'string' && value !== '' ? value : null };
  if (node.type === C.Checkbox) return { ...base, value: value === true };
  if (node.type !== C.TextInput) return { ...base, values: Array.isArray(value) ? value : [] };
  const text = typeof value === 'string' ? value : '';
  checkText(node, node.custom_id, text);
  return { ...base, value: text };
}

/** The ids that were chosen below a part of a modal: of people, roles, channels and files. */
function chosenIds(node: Node, fields: Record<string, unknown>): string[] {
  const below = [...(node.components ?? []), ...(node.component ? [node.component] : [])];
  const value = BY_ID.has(node.type) ? fields[node.custom_id ?? ''] : undefined;
  return [
    ...(Array.isArray(value) ? value.map(String) : []),
    ...below.flatMap((one) => chosenIds(one, fields)),
  ];
}

/** A browser or Discord's client would not let a wrong length through. */
function checkText(node: Node, customId: string, text: string): void {
  const length = codePoints(text);
  const needed =
    node.required === false && length === 0 ? 0 : (node.min_length ?? (node.required === false ? 0 : 1));
  if (length >= needed && length <= (node.max_length ?? 4_000)) return;
  throw invalid(
    ['fields', customId],
    'BASE_TYPE_BAD_LENGTH',
    `Must be between ${needed} and ${node.max_length ?? 4_000} in length.`,
  );
}
