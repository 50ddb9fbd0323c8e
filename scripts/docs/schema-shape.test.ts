import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { limitsOf, shapeOf } from './schema-shape.ts';

describe('shapeOf', () => {
  it('writes objects, optional fields, lists and times', () => {
    assert.equal(
      shapeOf({
        type: 'object',
        required: ['id', 'codes'],
        properties: {
          id: { type: 'string' },
          codes: { type: 'array', items: { type: 'string' } },
          at: { type: 'string', format: 'date-time' },
        },
      }),
      '{ id: string, codes: string[], at?: time }',
    );
  });

  it('writes choices, and lists of them', () => {
    assert.equal(shapeOf({ type: 'array', items: { enum: ['a', 'b'] } }), '("a" | "b")[]');
    assert.equal(shapeOf({ anyOf: [{ type: 'string' }, { type: 'null' }] }), 'string | null');
    assert.equal(shapeOf({ type: ['string', 'null'] }), 'string | null');
    assert.equal(shapeOf({ type: ['string', 'null'], format: 'date-time' }), 'time | null');
  });

  it('writes an empty list for a list of nothing', () => {
    assert.equal(shapeOf({ type: 'array', items: { not: {} } }), '[]');
  });
});

describe('limitsOf', () => {
  it('tells lengths and patterns', () => {
    const properties = {
      code: { type: 'string', pattern: '^[0-9]{6}$' },
      name: { type: 'string', minLength: 1, maxLength: 64 },
      flag: { type: 'boolean' },
    };
    assert.deepEqual(limitsOf({ type: 'object', properties }), [
      '`code`: matching `^[0-9]{6}$`',
      '`name`: 1 to 64 characters',
    ]);
  });
});
