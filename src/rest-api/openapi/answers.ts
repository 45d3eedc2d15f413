import { applyDecorators, type Type } from '@nestjs/common';
import { ApiCreatedResponse, ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';

// Decorators that state what a route answers with. `View` classes carry class-validator decorators, from which the
// description of the API is made and by which tests check real answers.

/** 200 with one object. */
export const Answers = (view: Type): MethodDecorator => applyDecorators(ApiOkResponse({ type: view }));

/** 201 with the whole new object. */
export const AnswersCreated = (view: Type): MethodDecorator =>
  applyDecorators(ApiCreatedResponse({ type: view }));

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
