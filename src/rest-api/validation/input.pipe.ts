import { type ArgumentMetadata, Injectable, ValidationPipe, type ValidationError } from '@nestjs/common';
import { DomainError, type FieldError, invalid } from '../../common/errors.js';

/** Deeper than any body of ours; far from where recursion in validators would end. */
const MAX_DEPTH = 20;

/**
 * Checks every body and query string against its DTO class: fields that the class does not have are refused, nothing
 * is converted that the class does not ask for.
 */
@Injectable()
export class InputPipe extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      transform: true,
      stopAtFirstError: false,
      exceptionFactory: (errors: ValidationError[]): DomainError =>
        invalid(errors.flatMap((error) => fieldErrors(error))),
    });
  }

  /** @throws invalid with every field that breaks a rule */
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type !== 'body' && metadata.type !== 'query') return value;
    if (metadata.metatype === undefined || metadata.metatype === Object) return value;
    const fields = value ?? {};
    if (typeof fields !== 'object' || Array.isArray(fields)) {
      throw invalid([{ field: metadata.type, message: `the ${metadata.type} must be an object` }]);
    }
    const traps = findTraps(fields);
    if (traps.length > 0) throw invalid(traps);
    return super.transform(fields, metadata);
  }
}

function fieldErrors(error: ValidationError, parent = ''): FieldError[] {
  const field = parent === '' ? error.property : `${parent}.${error.property}`;
  const own = Object.values(error.constraints ?? {}).map((message) => ({ field, message }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, field))];
}

/**
 * Finds what the validator would not see: nesting that would exhaust it, a list where a list holds objects, whose members it
 * checks instead, and fields named like members of every object (`constructor`, `toString`), which it drops without a word.
 */
function findTraps(value: unknown, path: readonly string[] = []): FieldError[] {
  if (typeof value !== 'object' || value === null) return [];
  if (path.length > MAX_DEPTH) {
    return [
      { field: path[0] ?? '', message: `${path[0] ?? ''} must not nest deeper than ${MAX_DEPTH} levels` },
    ];
  }
  return Object.entries(value).flatMap(([key, inner]) => {
    const field = [...path, key];
    if (key in Object.prototype)
      return [{ field: field.join('.'), message: `property ${key} should not exist` }];
    if (Array.isArray(value) && Array.isArray(inner))
      return [{ field: field.join('.'), message: `${field.join('.')} must not be a list` }];
    return findTraps(inner, field);
  });
}
