import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';

// What a handler's return type does not say about its answer; a single object needs nothing of this.

/** 200 with a page: `{items, next_cursor}`. */
export const AnswersPage = (view: Type): MethodDecorator =>
  applyDecorators(
    ApiExtraModels(view),
    ApiOkResponse({
      schema: {
        type: 'object',
        required: ['items', 'next_cursor'],
        properties: {
          items: { type: 'array', items: { $ref: getSchemaPath(view) } },
          next_cursor: { type: 'string', nullable: true },
        },
      },
    }),
  );

/** 200 with a plain array; the next page is in the `Link` header. */
export const AnswersArray = (view: Type): MethodDecorator =>
  applyDecorators(
    ApiOkResponse({
      type: [view],
      headers: { Link: { description: '`<…>; rel="next"` when there is more.', schema: { type: 'string' } } },
    }),
  );
