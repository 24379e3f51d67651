import type { z } from 'zod';

type Schemas = Readonly<Record<string, z.core.$ZodType>>;

/** A schema without what lets it be absent, null or something by default, and without what happens before or after it. */
export function innermost(schema: z.core.$ZodType, side: 'in' | 'out' = 'in'): z.core.$ZodType {
  let current = schema;
  for (let layers = 0; layers < 20; layers += 1) {
    const next = layerBelow(current, side);
    if (!next) break;
    current = next;
  }
  return current;
}

function layerBelow(schema: z.core.$ZodType, side: 'in' | 'out'): z.core.$ZodType | undefined {
  const { def } = schema._zod;
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'catch':
    case 'readonly':
      return (def as z.core.$ZodOptionalDef).innerType;
    case 'lazy':
      return (def as z.core.$ZodLazyDef<z.core.$ZodType>).getter();
    case 'pipe': {
      const pipe = def as z.core.$ZodPipeDef;
      const first = side === 'in' ? pipe.in : pipe.out;
      return isTransform(first) ? (side === 'in' ? undefined : pipe.in) : first;
    }
    default:
      return undefined;
  }
}

const isTransform = (schema: z.core.$ZodType): boolean => schema._zod.def.type === 'transform';

/** Fields that an object schema takes as sent; undefined if it is not an object schema, or transforms its input first. */
export function fieldsOf(schema: z.core.$ZodType, side: 'in' | 'out' = 'in'): Schemas | undefined {
  const { def } = innermost(schema, side)._zod;
  return def.type === 'object' ? (def as z.core.$ZodObjectDef).shape : undefined;
}

/** The fields that a reply is to have in the end: also where the schema brings other forms of it into shape first. */
export function fieldsWanted(schema: z.core.$ZodType): readonly string[] | undefined {
  const fields = fieldsOf(schema) ?? fieldsOf(schema, 'out');
  return fields && Object.keys(fields);
}

/** The schema of a list's items, or of a record's values. */
export function itemsOf(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  const { def } = innermost(schema)._zod;
  if (def.type === 'array') return (def as z.core.$ZodArrayDef).element;
  return def.type === 'record' ? (def as z.core.$ZodRecordDef).valueType : undefined;
}

export const isList = (schema: z.core.$ZodType): boolean => innermost(schema)._zod.def.type === 'array';
