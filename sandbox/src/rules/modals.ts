import { ComponentType as C, TextInputStyle } from 'discord-api-types/v10';
import type { Reader } from '../validation/reader.js';
import { readCustomId } from './component-walk.js';

/** Reads the rows of a modal. Each holds one text input, alone in a row or in a label with select menus as alternative. */
export function checkModal(body: Reader): void {
  body.string('custom_id', { required: true, min: 1, max: 100 });
  body.string('title', { required: true, min: 1, max: 45 });
  const walk = { customIds: new Set<string>() };
  for (const row of body.objects('components', { required: true, min: 1, max: 5 }) ?? []) {
    const type = row.integer('type', { required: true, choices: [C.ActionRow, C.TextDisplay, C.Label] });
    if (type === C.Label) row.string('label', { required: true, min: 1, max: 45 });
    const nested =
      type === C.Label ? row.object('component', { required: true }) : row.objects('components')?.[0];
    if (nested?.raw('type') === C.TextInput) checkTextInput(nested, walk, type === C.Label);
    else if (nested && type === C.ActionRow)
      nested.integer('type', { required: true, choices: [C.TextInput] });
    else if (nested) readCustomId(nested, walk);
  }
}

function checkTextInput(input: Reader, walk: { customIds: Set<string> }, labelled: boolean): void {
  readCustomId(input, walk);
  input.integer('style', { required: true, choices: [TextInputStyle.Short, TextInputStyle.Paragraph] });
  input.string('label', { required: !labelled, nullable: labelled, min: 1, max: 45 });
  input.integer('min_length', { nullable: true, min: 0, max: 4000 });
  input.integer('max_length', { nullable: true, min: 1, max: 4000 });
  input.string('value', { nullable: true, max: 4000 });
  input.string('placeholder', { nullable: true, max: 100 });
}
