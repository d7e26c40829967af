import { expect, test } from 'vitest';
import { iris, species } from './iris.ts';
import { moons } from './moons.ts';
import { points } from './points.ts';
import { temperatures, toCelsius } from './temperatures.ts';

test('iris has 150 flowers, fifty of each species', () => {
  const flowers = iris();
  expect(species.map((_, kind) => flowers.filter((flower) => flower.species === kind).length)).toEqual([50, 50, 50]);
  expect(flowers[0]).toEqual({ sepalLength: 5.1, sepalWidth: 3.5, petalLength: 1.4, petalWidth: 0.2, species: 0 });
});

test('moons without noise are two half circles', () => {
  for (const { x, y, label } of moons(100, { noise: 0, seed: 1 })) {
    const [fromCentre, above] = label === 0 ? [Math.hypot(x, y), y >= 0] : [Math.hypot(x - 1, y - 0.5), y <= 0.5];
    expect(fromCentre).toBeCloseTo(1, 12);
    expect(above).toBe(true);
  }
});

test('points lie on both sides of y = x', () => {
  const above = points(1000).filter(({ label }) => label === 1);
  expect(above.every(({ x, y }) => y > x)).toBe(true);
  expect(Math.abs(above.length - 500)).toBeLessThan(60);
});

test('temperatures are true, and Fahrenheit is between −1 and 1', () => {
  expect([32, 212, -40].map(toCelsius)).toEqual([0, 100, -40]);
  for (const { fahrenheit, celsius } of temperatures(100)) {
    expect(Math.abs(fahrenheit)).toBeLessThanOrEqual(1);
    expect(celsius).toBe(toCelsius(fahrenheit));
  }
});
