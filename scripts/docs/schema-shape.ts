/** As much of JSON Schema as the routes' schemas use. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly not?: Schema;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/**
 * A schema the way a person would write the shape down: `{ code: string, name?: string }`. Times are called `time`; lengths and
 * patterns are left to `limitsOf`.
 */
export function shapeOf(schema: Schema): string {
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.anyOf) return schema.anyOf.map(shapeOf).join(' | ');
  const { type } = schema;
  if (typeof type === 'object') return type.map((one) => shapeOf({ ...schema, type: one })).join(' | ');
  switch (type) {
    case 'object': {
      const fields = Object.entries(schema.properties ?? {}).map(
        ([name, field]) => `${name}${schema.required?.includes(name) ? '' : '?'}: ${shapeOf(field)}`,
      );
      return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
    }
    case 'array': {
      if (!schema.items || schema.items.not) return '[]';
      const item = shapeOf(schema.items);
      return item.includes(' | ') ? `(${item})[]` : `${item}[]`;
    }
    case 'string':
      return schema.format === 'date-time' ? 'time' : 'string';
    case 'integer':
      return 'number';
    case undefined:
      return 'unknown';
    default:
      return type;
  }
}

/** What a body's texts have to be, in words: `code` matches a pattern, `name` has a length. */
export function limitsOf(schema: Schema): readonly string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, { pattern, minLength, maxLength }]) => {
    const length =
      maxLength === undefined ? '' : `${String(minLength ?? 0)} to ${String(maxLength)} characters`;
    const form = pattern === undefined ? '' : `matching \`${pattern}\``;
    const words = [length, form].filter((word) => word !== '');
    return words.length === 0 ? [] : [`\`${name}\`: ${words.join(', ')}`];
  });
}
