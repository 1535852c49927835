import { z } from 'zod';

/** A schema of descriptions as JSON Schema, of what may be written; rules between fields are not in it. */
export function jsonSchemaOf(schema: z.ZodType): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
}
