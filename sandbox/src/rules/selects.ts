import { ComponentType as C } from 'discord-api-types/v10';
import type { Reader } from '../validation/reader.js';
import { readCustomId, type Walk } from './component-walk.js';
import { readComponentEmoji } from './emojis.js';

/** Types of select menus. */
export const SELECTS: C[] = [
  C.StringSelect,
  C.UserSelect,
  C.RoleSelect,
  C.MentionableSelect,
  C.ChannelSelect,
];

const MOST_OPTIONS = 25;

/** Reads a select menu into what Discord stores. */
export function readSelect(reader: Reader, id: number, type: number, walk: Walk): object {
  const options = type === (C.StringSelect as number) ? readOptions(reader, walk) : undefined;
  const min = reader.integer('min_values', { nullable: true, min: 0, max: 25 }) ?? 1;
  const max = reader.integer('max_values', { nullable: true, min: 1, max: 25 }) ?? 1;
  const count = options?.length ?? MOST_OPTIONS;
  if (max > count)
    reader.fault(
      'max_values',
      'SELECT_MAX_VALUES_TOO_LARGE',
      `max_values must be equal to or less than ${count}.`,
    );
  if (min > max)
    reader.fault(
      'min_values',
      'SELECT_MIN_VALUES_TOO_LARGE',
      `min_values must be equal to or less than ${max}.`,
    );
  const placeholder = reader.string('placeholder', { nullable: true, max: 150 });
  const channelTypes = reader.list('channel_types');
  const defaults = reader.list('default_values', { max: 25 });
  return {
    type,
    id,
    custom_id: readCustomId(reader, walk),
    ...(placeholder ? { placeholder } : {}),
    min_values: min,
    max_values: max,
    ...(reader.boolean('disabled', { nullable: true }) ? { disabled: true } : {}),
    ...(options ? { options } : {}),
    ...(channelTypes ? { channel_types: channelTypes } : {}),
    ...(defaults ? { default_values: defaults } : {}),
  };
}

function readOptions(reader: Reader, walk: Walk): object[] {
  const values = new Set<string>();
  const options = reader.objects('options', { required: true, min: 1, max: MOST_OPTIONS });
  return (options ?? []).map((option) => {
    const value = option.string('value', { required: true, min: 1, max: 100 }) ?? '';
    if (values.has(value)) {
      option.fault(
        'value',
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      );
    }
    values.add(value);
    const description = option.string('description', { nullable: true, max: 100 });
    const emoji = readComponentEmoji(walk.world, option);
    return {
      label: option.string('label', { required: true, min: 1, max: 100 }) ?? '',
      value,
      ...(description ? { description } : {}),
      ...(emoji ? { emoji } : {}),
      ...(option.boolean('default', { nullable: true }) ? { default: true } : {}),
    };
  });
}
