import { randomGenerator } from '@chainrule/core';

/** Temperatures in both units; Fahrenheit is uniform in −1…1. */
export function temperatures(count: number): { fahrenheit: number; celsius: number }[] {
  const { uniform } = randomGenerator(1);
  return Array.from({ length: count }, () => {
    const fahrenheit = uniform(-1, 1);
    return { fahrenheit, celsius: toCelsius(fahrenheit) };
  });
}

/** The truth that a network has to find: (fahrenheit − 32) · 5/9. */
export function toCelsius(fahrenheit: number): number {
  return ((fahrenheit - 32) * 5) / 9;
}
