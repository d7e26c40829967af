import { expect, test } from 'vitest';
import { parameter, parameterReader, parameterVersion, parameterWriter } from './index.ts';

const many = Array.from({ length: 1200 }, (_, k) => parameter(k));
const values = Float64Array.from(many, (_, k) => -k / 3);

for (const [order, list] of [
  ['as they were made', many],
  ['backwards', many.toReversed()],
  ['with gaps and repeated', [many[7], many[9], many[10], many[7], many[600], many[511], many[512]] as typeof many],
  ['none', []],
] as const) {
  test(`parameterWriter sets parameters to the values of a list, ${order}`, () => {
    parameterWriter(list)(values);
    const last = new Map(list.map((its, k) => [its, values[k] as number]));
    for (const [its, value] of last) expect(its.value).toBe(value);
  });

  test(`parameterReader copies the values of parameters, ${order}`, () => {
    many.forEach((its, k) => (its.value = k + 0.5));
    const into = new Float64Array(list.length + 2).fill(-1);
    parameterReader(list)(into, 1);
    expect([...into]).toEqual([-1, ...list.map(({ value }) => value), -1]);
  });
}

test('parameterWriter leaves all other parameters alone and makes the version grow', () => {
  const [before, inside, after] = [parameter(1), parameter(2), parameter(3)];
  const version = parameterVersion();
  parameterWriter([inside])(Float64Array.of(Number.NaN));
  expect([before.value, inside.value, after.value]).toEqual([1, Number.NaN, 3]);
  expect(parameterVersion()).toBeGreaterThan(version);
});
