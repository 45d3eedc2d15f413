import { ApplicationCommandOptionType as O, type APIApplicationCommandOption } from 'discord-api-types/v10';
import { invalid } from '../validation/issues.js';
import { isSnowflake } from '../world/snowflake.js';

/** An option as it is given to the control call. */
export interface GivenOption {
  name: string;
  value?: unknown;
  options?: unknown;
  focused?: boolean;
}

/** The value of an option, if it is one that Discord's client would let through; refuses it (50035) otherwise. */
export function checkOption(
  definition: APIApplicationCommandOption,
  value: unknown,
): string | number | boolean {
  const wrong = (message: string): Error =>
    invalid(['options', definition.name], 'APPLICATION_COMMAND_OPTION_INVALID', message);
  const choices = 'choices' in definition ? definition.choices : undefined;
  if (choices && choices.length > 0 && !choices.some((choice) => choice.value === value)) {
    throw wrong('The value is none of the choices.');
  }
  switch (definition.type) {
    case O.String:
      if (typeof value !== 'string') throw wrong('The value is not a text.');
      checkRange(value.length, definition.min_length, definition.max_length ?? 6_000, wrong);
      return value;
    case O.Integer:
    case O.Number:
      if (typeof value !== 'number' || (definition.type === O.Integer && !Number.isInteger(value))) {
        throw wrong('The value is not a number of the right kind.');
      }
      checkRange(value, definition.min_value, definition.max_value, wrong);
      return value;
    case O.Boolean:
      if (typeof value !== 'boolean') throw wrong('The value is neither true nor false.');
      return value;
    default:
      if (!isSnowflake(value)) throw wrong('The value is not an id.');
      return value;
  }
}

function checkRange(
  value: number,
  min: number | undefined,
  max: number | undefined,
  wrong: (message: string) => Error,
): void {
  if (min !== undefined && value < min) throw wrong(`The value is below ${min}.`);
  if (max !== undefined && value > max) throw wrong(`The value is above ${max}.`);
}
