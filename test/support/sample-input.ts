import type { z } from 'zod';

/** What zod keeps about a schema, as far as it is needed here. */
type Definition = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly element?: z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
};

/** Something that a schema takes. Fields that are known by name get what they are given. */
export function sampleInput(schema: z.core.$ZodType, known: Readonly<Record<string, unknown>>): unknown {
  const definition = schema._zod.def as unknown as Definition;
  const inner = definition.innerType ?? definition.in;
  if (inner) return sampleInput(inner, known);
  switch (definition.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(definition.shape ?? {}).map(([name, field]) => [name, known[name] ?? sampleInput(field, known)]),
      );
    case 'array':
      return definition.element ? [sampleInput(definition.element, known)] : [];
    case 'union':
      return definition.options?.[0] && sampleInput(definition.options[0], known);
    case 'enum':
      return Object.values(definition.entries ?? {})[0];
    case 'literal':
      return definition.values?.[0];
    case 'string':
      return 'Who-held-the-lamp'; // an id as well as a question
    case 'number':
      return 1;
    case 'boolean':
      return true;
    case 'record':
      return {};
    case 'null':
      return null;
    default:
      return new Uint8Array([0, 0]);
  }
}
