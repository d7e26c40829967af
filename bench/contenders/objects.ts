// Recursive objects as in the article and in micrograd: a network is made of small objects; each computes itself from its
// arguments and passes derivatives back to them. Losses are made of the same operations.

/** An input, a parameter or an operation. */
export abstract class Item {
  value = 0;
  derivative = 0;
  abstract forward(): number;
  abstract backward(derivative: number): void;
}

export class Input extends Item {
  forward(): number {
    return this.value;
  }
  backward(): void {}
}

class Constant extends Input {
  constructor(value: number) {
    super();
    this.value = value;
  }
}

export class Parameter extends Item {
  constructor(value: number) {
    super();
    this.value = value;
  }
  forward(): number {
    return this.value;
  }
  backward(derivative: number): void {
    this.derivative += derivative;
  }
}

abstract class Operation extends Item {
  readonly args: readonly Item[];
  constructor(...args: Item[]) {
    super();
    this.args = args;
  }
}

class Add extends Operation {
  forward(): number {
    this.value = 0;
    for (const arg of this.args) this.value += arg.forward();
    return this.value;
  }
  backward(derivative: number): void {
    for (const arg of this.args) arg.backward(derivative);
  }
}

class Multiply extends Operation {
  forward(): number {
    this.value = 1;
    for (const arg of this.args) this.value *= arg.forward();
    return this.value;
  }
  backward(derivative: number): void {
    for (const arg of this.args) {
      let others = 1;
      for (const other of this.args) if (other !== arg) others *= other.value;
      arg.backward(derivative * others);
    }
  }
}

abstract class Unary extends Operation {
  get of(): Item {
    return this.args[0] as Item;
  }
}

class Negate extends Unary {
  forward(): number {
    this.value = -this.of.forward();
    return this.value;
  }
  backward(derivative: number): void {
    this.of.backward(-derivative);
  }
}

class Square extends Unary {
  forward(): number {
    this.value = this.of.forward() ** 2;
    return this.value;
  }
  backward(derivative: number): void {
    this.of.backward(derivative * 2 * this.of.value);
  }
}

class Log extends Unary {
  forward(): number {
    this.value = Math.log(this.of.forward());
    return this.value;
  }
  backward(derivative: number): void {
    this.of.backward(derivative / this.of.value);
  }
}

class Sigmoid extends Unary {
  forward(): number {
    this.value = 1 / (1 + Math.exp(-this.of.forward()));
    return this.value;
  }
  backward(derivative: number): void {
    this.of.backward(derivative * this.value * (1 - this.value));
  }
}

/** (a − b)² */
const squaredError = (a: Item, b: Item): Item => new Square(new Add(a, new Negate(b)));

const oneMinus = (x: Item): Item => new Add(new Constant(1), new Negate(x));

/** −(y log p + (1 − y) log(1 − p)) */
const crossEntropy = (p: Item, y: Item): Item =>
  new Negate(new Add(new Multiply(y, new Log(p)), new Multiply(oneMinus(y), new Log(oneMinus(p)))));

/** What networks of such objects are made of. */
export const objects = { Add, Multiply, Sigmoid, squaredError, crossEntropy };
