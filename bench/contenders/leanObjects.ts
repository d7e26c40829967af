// Recursive objects as fast as they get: a class for each operation, two arguments at most, no lists, derivatives spelled out.

import { Item } from './objects.ts';

abstract class Binary extends Item {
  readonly left: Item;
  readonly right: Item;
  constructor(left: Item, right: Item) {
    super();
    this.left = left;
    this.right = right;
  }
}

class Add extends Binary {
  forward(): number {
    this.value = this.left.forward() + this.right.forward();
    return this.value;
  }
  backward(derivative: number): void {
    this.left.backward(derivative);
    this.right.backward(derivative);
  }
}

class Multiply extends Binary {
  forward(): number {
    this.value = this.left.forward() * this.right.forward();
    return this.value;
  }
  backward(derivative: number): void {
    this.left.backward(derivative * this.right.value);
    this.right.backward(derivative * this.left.value);
  }
}

class Sigmoid extends Item {
  readonly of: Item;
  constructor(of: Item) {
    super();
    this.of = of;
  }
  forward(): number {
    this.value = 1 / (1 + Math.exp(-this.of.forward()));
    return this.value;
  }
  backward(derivative: number): void {
    this.of.backward(derivative * this.value * (1 - this.value));
  }
}

/** (left − right)² */
class SquaredError extends Binary {
  forward(): number {
    this.value = (this.left.forward() - this.right.forward()) ** 2;
    return this.value;
  }
  backward(derivative: number): void {
    const change = 2 * (this.left.value - this.right.value) * derivative;
    this.left.backward(change);
    this.right.backward(-change);
  }
}

/** −(y log p + (1 − y) log(1 − p)), with p on the left. */
class CrossEntropy extends Binary {
  forward(): number {
    const p = this.left.forward();
    const y = this.right.forward();
    this.value = -(y * Math.log(p) + (1 - y) * Math.log(1 - p));
    return this.value;
  }
  backward(derivative: number): void {
    const p = this.left.value;
    const y = this.right.value;
    this.left.backward((derivative * (p - y)) / (p * (1 - p)));
  }
}

const squaredError = (a: Item, b: Item): Item => new SquaredError(a, b);
const crossEntropy = (p: Item, y: Item): Item => new CrossEntropy(p, y);

/** What networks of such objects are made of. */
export const leanObjects = { Add, Multiply, Sigmoid, squaredError, crossEntropy };
