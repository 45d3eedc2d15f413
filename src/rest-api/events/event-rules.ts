import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsString, Matches, Max, Min } from 'class-validator';

/** A whole number within bounds. */
export const Whole = ({ min, max }: { readonly min: number; readonly max: number }): PropertyDecorator =>
  applyDecorators(IsInt(), Min(min), Max(max), ApiProperty({ type: 'integer', minimum: min, maximum: max }));

/** One emoji of Unicode, or one of a Discord server: Discord refuses a menu with anything else. */
const EMOJI = new RegExp(
  '^(?:\\p{RGI_Emoji}|\\p{Extended_Pictographic}\\uFE0F?|<a?:\\w{2,32}:\\d{17,20}>)$',
  'v',
);

/** An emoji, as Discord takes it. */
export const Emoji = (): PropertyDecorator =>
  applyDecorators(
    IsString(),
    Matches(EMOJI, { message: '$property must be an emoji, such as 🚀 or <:name:123456789012345678>' }),
  );
