import { describe, expect, expectTypeOf, it, test } from 'vitest';
import {
  anything,
  between,
  flag,
  list,
  oneOf,
  optional,
  record,
  type Schema,
  text,
  trusted,
  tuple,
  type Valid,
  variant,
  whole,
} from './schema.ts';

const shape = variant({
  circle: { radius: between(0, 10), name: optional(text(5)) },
  polygon: { corners: list(tuple(whole(0, 9), whole(0, 9)), 3), open: flag },
});

test.each<[Schema<unknown>, unknown]>([
  [text(3), 'abc'],
  [between(-1, 1), -0.5],
  [between(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY), Number.POSITIVE_INFINITY],
  [whole(1, 3), 3],
  [flag, false],
  [oneOf('a', 'b'), 'b'],
  [optional(flag), undefined],
  [list(flag, 2), [true, false]],
  [tuple(flag, text(1)), [true, 'a']],
  [record({ a: optional(flag) }), {}],
  [record({ a: optional(flag) }), { a: undefined }],
  [anything, Number.NaN],
  [trusted<string>(), 'what was looked at before'],
  [shape, { kind: 'circle', radius: 1 }],
  [shape, { kind: 'polygon', corners: [[1, 2]], open: true }],
])('%# finds nothing wrong with what fits', (schema, value) => {
  expect(schema(value)).toBeUndefined();
});

test.each<[Schema<unknown>, unknown, string]>([
  [text(3), 'abcd', 'at the whole, expected a text of at most 3 characters but received "abcd"'],
  [between(0, 1), Number.NaN, 'at the whole, expected a number from 0 to 1 but received NaN'],
  [between(0, 1), '1', 'at the whole, expected a number from 0 to 1 but received "1"'],
  [whole(0, 9), 1.5, 'at the whole, expected a whole number from 0 to 9 but received 1.5'],
  [flag, 1, 'at the whole, expected true or false but received 1'],
  [oneOf('a', 'b'), null, 'at the whole, expected "a" or "b" but received null'],
  [list(flag, 1), [true, true], 'at the whole, expected a list of at most 1 but received a list of 2'],
  [tuple(flag), {}, 'at the whole, expected a list of 1 but received an object'],
  [record({ a: flag }), [], 'at the whole, expected an object but received a list of 0'],
  [record({ a: flag }), {}, 'at a, expected true or false but received undefined'],
  [record({ a: flag }), { a: true, b: 1 }, 'at b, expected nothing: there is no such field'],
  [
    record({ a: flag }),
    JSON.parse('{"a":true,"__proto__":{}}'),
    'at __proto__, expected nothing: there is no such field',
  ],
  [
    record({ a: record({ b: list(flag, 9) }) }),
    { a: { b: [true, 0] } },
    'at a.b.1, expected true or false but received 0',
  ],
  [shape, { kind: 'circle', radius: 11 }, 'at radius, expected a number from 0 to 10 but received 11'],
  [shape, { kind: 'star' }, 'at kind, expected "circle" or "polygon" but received "star"'],
  [shape, { kind: 'constructor' }, 'at kind, expected "circle" or "polygon" but received "constructor"'],
  [shape, undefined, 'at the whole, expected an object but received undefined'],
  [text(99), { toString: 1 }, 'at the whole, expected a text of at most 99 characters but received an object'],
  [flag, 'x'.repeat(99), `at the whole, expected true or false but received "${'x'.repeat(39)}…`],
])('%# names the place, what was expected and what was there', (schema, value, trouble) => {
  expect(schema(value)).toBe(trouble);
});

describe('Valid<typeof schema>', () => {
  it('is the type of what fits', () => {
    expectTypeOf<Valid<typeof shape>>().toEqualTypeOf<
      | { kind: 'circle'; radius: number; name?: string | undefined }
      | { kind: 'polygon'; corners: [number, number][]; open: boolean }
    >();
    const circle: Valid<typeof shape> = { kind: 'circle', radius: 1 };
    expect(shape(circle)).toBeUndefined();
  });
});
