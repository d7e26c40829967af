import { type Node, type Parameter, parameter } from '@chainrule/core';
import { squaredError } from '@chainrule/losses';
import { add, cos, multiply, sin, subtract } from '@chainrule/ops';
import { gradientWork } from './gradients.ts';
import type { Work } from './work.ts';

const steps = 200;
const dt = 0.01;
const target = 0.5;

/**
 * A driven, damped pendulum, θ″ = a·cos(f·t) − g·sin θ − c·θ′, in explicit Euler steps: nothing to do at once but one step
 * after the other. How the error of its last angle depends on where it starts and what drives it.
 */
export function pendulum(): Work {
  const values = { angle: 0.8, speed: 0, gravity: 9.81, damping: 0.3, amplitude: 0.6, frequency: 2.1 };
  const parameters = Object.values(values).map((value) => parameter(value));
  const [angle, speed, gravity, damping, amplitude, frequency] = parameters as [
    Parameter,
    Parameter,
    Parameter,
    Parameter,
    Parameter,
    Parameter,
  ];
  let [theta, omega]: [Node, Node] = [angle, speed];
  for (let i = 0; i < steps; i++) {
    const drive: Node = multiply(amplitude, cos(multiply(frequency, i * dt)));
    const pull: Node = add(multiply(gravity, sin(theta)), multiply(damping, omega));
    [theta, omega] = [add(theta, multiply(dt, omega)), add(omega, multiply(dt, subtract(drive, pull)))];
  }
  return gradientWork({
    name: 'pendulum, 200 Euler steps, 6 parameters',
    of: squaredError(theta, target),
    parameters,
    columns: [],
    count: 1,
    engines: ['Chainrule auto', 'Chainrule f64', 'Chainrule javascript'],
    programs: { C: 'pendulum' },
    bars: [{ of: 'Chainrule auto', nanoseconds: 20_000 }],
  });
}
