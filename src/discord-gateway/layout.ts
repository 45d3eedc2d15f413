import {
  ButtonStyle,
  ComponentType,
  TextInputStyle,
  type APIActionRowComponent,
  type APILabelComponent,
  type APITextInputComponent,
} from 'discord.js';
import type { Answer } from './answer.js';

// The parts that answers and forms are built of, in Discord's own form.

/** A page of Components V2. */
export function page(components: readonly object[]): Answer {
  return { layout: true, components: [{ type: ComponentType.Container, components }] };
}

export function text(content: string): object {
  return { type: ComponentType.TextDisplay, content };
}

export function row(...components: readonly object[]): object {
  return { type: ComponentType.ActionRow, components };
}

export function button(customId: string, label: string, style = ButtonStyle.Secondary): object {
  return { type: ComponentType.Button, style, label, custom_id: customId };
}

export function link(label: string, url: string): object {
  return { type: ComponentType.Button, style: ButtonStyle.Link, label, url };
}

/** A field of a form. */
interface Field {
  readonly id: string;
  readonly label: string;
  readonly placeholder?: string;
  readonly value?: string;
  readonly min?: number;
  readonly max?: number;
  /** Whether it has several lines. */
  readonly long?: boolean;
  readonly required?: boolean;
}

export function textInput({
  id,
  label,
  placeholder,
  value,
  min,
  max,
  long = false,
  required = true,
}: Field): APIActionRowComponent<APITextInputComponent> {
  const input = {
    type: ComponentType.TextInput as const,
    custom_id: id,
    style: long ? TextInputStyle.Paragraph : TextInputStyle.Short,
    label,
    required,
    ...(placeholder !== undefined && { placeholder }),
    ...(value !== undefined && { value }),
    ...(min !== undefined && { min_length: min }),
    ...(max !== undefined && { max_length: max }),
  };
  return { type: ComponentType.ActionRow, components: [input] };
}

/** A menu of a form, of which one option is chosen: the first unless somebody chooses another. */
export function formMenu(
  { id, label }: Pick<Field, 'id' | 'label'>,
  options: readonly { readonly label: string; readonly value: string }[],
): APILabelComponent {
  const menu = {
    type: ComponentType.StringSelect as const,
    custom_id: id,
    options: options.map((option, at) => ({ ...option, default: at === 0 })),
  };
  return { type: ComponentType.Label, label, component: menu };
}
