/** The types of values in a module, by their code. */
export const type = { i32: 0x7f, v128: 0x7b } as const;

export type ValueType = (typeof type)[keyof typeof type];

/** Bytes in the making. */
export class Bytes {
  #list = new Uint8Array(256);
  length = 0;

  get view(): Uint8Array {
    return this.#list.subarray(0, this.length);
  }

  byte(value: number): void {
    if (this.length === this.#list.length) this.#grow(this.length + 1);
    this.#list[this.length++] = value;
  }

  bytes(values: ArrayLike<number>): void {
    this.#grow(this.length + values.length);
    this.#list.set(values, this.length);
    this.length += values.length;
  }

  /** A number ≥ 0 in LEB128. */
  unsigned(value: number): void {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) this.byte((rest % 128) + 128);
    this.byte(rest);
  }

  /** A whole number of 32 bits in signed LEB128. */
  signed(value: number): void {
    let rest = value;
    for (; rest < -64 || rest > 63; rest >>= 7) this.byte((rest & 127) | 128);
    this.byte(rest & 127);
  }

  /** Other bytes, after how many they are. */
  sized({ view }: Bytes): void {
    this.unsigned(view.length);
    this.bytes(view);
  }

  /** How many items there are, and each of them. */
  list<T>(items: readonly T[], write: (item: T) => void): void {
    this.unsigned(items.length);
    items.forEach(write);
  }

  text(ascii: string): void {
    this.list([...ascii], (letter) => this.byte(letter.charCodeAt(0)));
  }

  #grow(needed: number): void {
    if (needed <= this.#list.length) return;
    const larger = new Uint8Array(Math.max(needed, 2 * this.#list.length));
    larger.set(this.#list);
    this.#list = larger;
  }
}

/** A function in the making. Locals are numbered, parameters first. */
export class FunctionWriter {
  readonly index: number;
  readonly parameters: readonly ValueType[];
  readonly results: readonly ValueType[];
  /** Successive locals of one type: how many, and the type. */
  readonly locals: [number, ValueType][] = [];
  /** Runs before `code`: for constants, which a loop should not make again. */
  readonly head: Bytes = new Bytes();
  code: Bytes = new Bytes();
  #count: number;

  constructor(index: number, parameters: readonly ValueType[], results: readonly ValueType[]) {
    this.index = index;
    this.parameters = parameters;
    this.results = results;
    this.#count = parameters.length;
  }

  /** A new local, zero at first. */
  local(itsType: ValueType): number {
    const last = this.locals.at(-1);
    if (last?.[1] === itsType) last[0]++;
    else this.locals.push([1, itsType]);
    return this.#count++;
  }

  /** A new local that holds what is on the stack. */
  keep(itsType: ValueType): number {
    const local = this.local(itsType);
    this.set(local);
    return local;
  }

  get(...locals: number[]): void {
    for (const local of locals) {
      this.code.byte(0x20);
      this.code.unsigned(local);
    }
  }

  set(local: number): void {
    this.code.byte(0x21);
    this.code.unsigned(local);
  }

  tee(local: number): void {
    this.op(0x22, local);
  }

  i32(value: number): void {
    this.op(0x41);
    this.code.signed(value);
  }

  /** Instructions that are not put at the end, but given. */
  aside(write: () => void): Uint8Array {
    const { code } = this;
    this.code = new Bytes();
    write();
    const { view } = this.code;
    this.code = code;
    return view;
  }

  /** An instruction, with the numbers ≥ 0 that belong to it. */
  op(code: number, ...numbers: number[]): void {
    this.code.byte(code);
    for (const number of numbers) this.code.unsigned(number);
  }

  /** A SIMD instruction: its code, and a lane where it takes one. */
  simd(...numbers: number[]): void {
    this.code.byte(0xfd);
    for (const number of numbers) this.code.unsigned(number);
  }

  /** Loads or stores at the address on the stack + offset: an instruction of one byte. */
  memory(code: number, offset = 0): void {
    this.op(code, 0, offset); // 0: no promise of alignment
  }

  /** Loads or stores with a SIMD instruction, with a lane where it takes one. */
  simdMemory(code: number, offset = 0, ...lane: number[]): void {
    this.simd(code, 0, offset, ...lane);
  }

  call({ index }: { readonly index: number }): void {
    this.op(0x10, index);
  }

  /** `do { body } while (what is left on the stack)`. */
  repeat(body: () => void): void {
    this.op(0x03, 0x40);
    body();
    this.op(0x0d, 0);
    this.op(0x0b);
  }

  /** Runs the body if what is on the stack is not 0. */
  when(body: () => void): void {
    this.op(0x04, 0x40);
    body();
    this.op(0x0b);
  }
}

/** A module in the making: functions over one memory that the host brings (`host.memory`). */
export class ModuleWriter {
  readonly #functions: FunctionWriter[] = [];
  readonly #exports: [string, number][] = [];

  /** A function, filled by `body`. */
  function(
    parameters: readonly ValueType[],
    results: readonly ValueType[],
    body: (f: FunctionWriter) => void,
  ): FunctionWriter {
    const f = new FunctionWriter(this.#functions.length, parameters, results);
    this.#functions.push(f);
    body(f);
    return f;
  }

  /** Gives a function to the host. */
  export(name: string, { index }: FunctionWriter): void {
    this.#exports.push([name, index]);
  }

  /** The module as bytes. */
  finish(): Uint8Array<ArrayBuffer> {
    const out = new Bytes();
    out.bytes([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
    const section = <T>(id: number, items: readonly T[], write: (bytes: Bytes, item: T) => void): void => {
      const bytes = new Bytes();
      bytes.list(items, (item) => write(bytes, item));
      out.byte(id);
      out.sized(bytes);
    };
    // each function has a type of its own
    section(1, this.#functions, (bytes, { parameters, results }) =>
      bytes.bytes([0x60, parameters.length, ...parameters, results.length, ...results]),
    );
    section(2, ['host'], (bytes, host) => {
      bytes.text(host);
      bytes.text('memory');
      bytes.bytes([2, 0, 1]); // a memory of at least one page
    });
    section(3, this.#functions, (bytes, { index }) => bytes.unsigned(index));
    section(7, this.#exports, (bytes, [name, index]) => {
      bytes.text(name);
      bytes.byte(0);
      bytes.unsigned(index);
    });
    section(10, this.#functions, (bytes, { locals, head, code }) => {
      const body = new Bytes();
      body.list(locals, ([count, itsType]) => {
        body.unsigned(count);
        body.byte(itsType);
      });
      body.bytes(head.view);
      body.bytes(code.view);
      body.byte(0x0b);
      bytes.sized(body);
    });
    return out.view.slice();
  }
}
