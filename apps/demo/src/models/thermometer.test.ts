import { evaluator, funcify } from '@chainrule/core';
import { expect, test } from 'vitest';
import { fitThermometer, thermometer } from './thermometer.ts';

test('Fahrenheit to Celsius is found to 1e-6 from 1,000 samples in −1…1, one at a time', async () => {
  const { celsius, weight, bias } = thermometer();
  await fitThermometer(celsius, false);
  expect(Math.abs(weight.value - 5 / 9)).toBeLessThan(1e-6);
  expect(Math.abs(bias.value + 160 / 9)).toBeLessThan(1e-6);
  expect(funcify(celsius)).toBe('0.5556 * fahrenheit - 17.78');
  expect(evaluator(celsius)({ fahrenheit: 212 })).toBeCloseTo(100, 4);
});
