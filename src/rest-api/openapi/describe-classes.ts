import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { getMetadataStorage, IS_DATE, IS_DATE_STRING } from 'class-validator';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';
import type { Schemas } from './problem-schema.js';

/** Times on the wire: ISO 8601 in UTC (contract.md). */
const DATE_TIME = { type: 'string', format: 'date-time' } as const;

/** Our own rules of rest-api/validation/decorators.ts, which add what more there is to say. */
const TEXT = { type: 'string' } as const;

/**
 * Describes every class with class-validator decorators to @nestjs/swagger, so that no field is declared twice.
 * @returns the schemas by class name, also of classes that only appear inside others
 */
export function describeClasses(): Schemas {
  const described = validationMetadatasToSchemas({
    classTransformerMetadataStorage: defaultMetadataStorage,
    refPointerPrefix: '#/components/schemas/',
    additionalConverters: {
      [IS_DATE]: DATE_TIME,
      [IS_DATE_STRING]: DATE_TIME,
      isMoment: DATE_TIME,
      isName: TEXT,
      isText: TEXT,
    },
  });
  for (const [name, schema] of Object.entries(described)) {
    // An answer always has all its fields; for a View, `@Nullable()` says that one can be null, never that it can be missing.
    if (name.endsWith('View')) schema.required = Object.keys(schema.properties ?? {});
  }
  for (const target of validatedClasses()) {
    const schema = described[target.name];
    for (const [name, property] of Object.entries(schema?.properties ?? {})) {
      const options = { ...property, required: schema?.required?.includes(name) ?? false };
      ApiProperty(options as ApiPropertyOptions)(target.prototype as object, name);
    }
  }
  return described as Schemas;
}

function validatedClasses(): Set<NewableFunction> {
  const targets = new Set<NewableFunction>();
  const byTarget = (getMetadataStorage() as unknown as { validationMetadatas: Map<unknown, unknown> })
    .validationMetadatas;
  for (const target of byTarget.keys()) if (typeof target === 'function') targets.add(target);
  return targets;
}
