/** The types of values in a module, by their code. */
export const type = { i32: 0x7f, f32: 0x7d, f64: 0x7c, v128: 0x7b } as const;

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
  /** Runs before `code`: for constants, which a loop should not make again. */
  readonly head: Bytes = new Bytes();
  code: Bytes = new Bytes();
  readonly parameters: readonly ValueType[];
  readonly results: readonly ValueType[];
  readonly locals: ValueType[] = [];

  constructor(index: number, parameters: readonly ValueType[], results: readonly ValueType[]) {
    this.index = index;
    this.parameters = parameters;
    this.results = results;
  }

  /** A new local, zero at first. */
  local(itsType: ValueType): number {
    return this.parameters.length + this.locals.push(itsType) - 1;
  }

  get(local: number): void {
    this.code.byte(0x20);
    this.code.unsigned(local);
  }

  set(local: number): void {
    this.code.byte(0x21);
    this.code.unsigned(local);
  }

  tee(local: number): void {
    this.code.byte(0x22);
    this.code.unsigned(local);
  }

  i32(value: number): void {
    this.code.byte(0x41);
    this.code.signed(value);
  }

  f64(value: number): void {
    this.code.byte(0x44);
    this.code.bytes(new Uint8Array(Float64Array.of(value).buffer));
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

  /** An instruction of one byte. */
  op(code: number): void {
    this.code.byte(code);
  }

  /** A SIMD instruction, with a lane where it takes one. */
  simd(code: number, lane?: number): void {
    this.code.byte(0xfd);
    this.code.unsigned(code);
    if (lane !== undefined) this.code.byte(lane);
  }

  /** Loads or stores at the address on the stack + offset: an instruction of one byte. */
  memory(code: number, offset = 0): void {
    this.code.byte(code);
    this.code.byte(0); // no promise of alignment
    this.code.unsigned(offset);
  }

  /** Loads or stores with a SIMD instruction, with a lane where it takes one. */
  simdMemory(code: number, offset = 0, lane?: number): void {
    this.code.byte(0xfd);
    this.code.unsigned(code);
    this.code.byte(0);
    this.code.unsigned(offset);
    if (lane !== undefined) this.code.byte(lane);
  }

  call({ index }: { readonly index: number }): void {
    this.code.byte(0x10);
    this.code.unsigned(index);
  }

  /** `do { body } while (what is left on the stack)`. */
  repeat(body: () => void): void {
    this.code.bytes([0x03, 0x40]);
    body();
    this.code.bytes([0x0d, 0, 0x0b]);
  }

  /** Runs the body if what is on the stack is not 0. */
  when(body: () => void): void {
    this.code.bytes([0x04, 0x40]);
    body();
    this.code.byte(0x0b);
  }
}

/** A module in the making: functions over one memory that the host brings (`host.memory`). */
export class ModuleWriter {
  readonly #types: string[] = [];
  readonly #typeBytes: (readonly number[])[] = [];
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
  export(itsName: string, { index }: FunctionWriter): void {
    this.#exports.push([itsName, index]);
  }

  #typeOf({ parameters, results }: FunctionWriter): number {
    const bytes = [0x60, parameters.length, ...parameters, results.length, ...results];
    const key = bytes.join();
    const known = this.#types.indexOf(key);
    if (known >= 0) return known;
    this.#typeBytes.push(bytes);
    return this.#types.push(key) - 1;
  }

  /** The module as bytes. */
  finish(): Uint8Array<ArrayBuffer> {
    const out = new Bytes();
    out.bytes([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
    const ofFunctions = this.#functions.map((f) => this.#typeOf(f));
    section(out, 1, this.#typeBytes, (bytes, itsType) => bytes.bytes(itsType));
    section(out, 2, [0], (bytes) => {
      name(bytes, 'host');
      name(bytes, 'memory');
      bytes.bytes([2, 0, 1]); // a memory of at least one page
    });
    section(out, 3, ofFunctions, (bytes, index) => bytes.unsigned(index));
    section(out, 7, this.#exports, (bytes, [its, index]) => {
      name(bytes, its);
      bytes.byte(0);
      bytes.unsigned(index);
    });
    section(out, 10, this.#functions, (bytes, f) => {
      const locals = new Bytes();
      const runs = runsOf(f.locals);
      locals.unsigned(runs.length);
      for (const [count, itsType] of runs) {
        locals.unsigned(count);
        locals.byte(itsType);
      }
      bytes.unsigned(locals.length + f.head.length + f.code.length + 1);
      bytes.bytes(locals.view);
      bytes.bytes(f.head.view);
      bytes.bytes(f.code.view);
      bytes.byte(0x0b);
    });
    return out.view.slice();
  }
}

function section<T>(out: Bytes, id: number, items: readonly T[], write: (bytes: Bytes, item: T) => void): void {
  const bytes = new Bytes();
  bytes.unsigned(items.length);
  for (const item of items) write(bytes, item);
  out.byte(id);
  out.unsigned(bytes.length);
  out.bytes(bytes.view);
}

function name(bytes: Bytes, text: string): void {
  bytes.byte(text.length);
  for (let i = 0; i < text.length; i++) bytes.byte(text.charCodeAt(i));
}

/** Successive locals of one type. */
function runsOf(locals: readonly ValueType[]): [number, ValueType][] {
  const runs: [number, ValueType][] = [];
  for (const itsType of locals) {
    const last = runs.at(-1);
    if (last?.[1] === itsType) last[0]++;
    else runs.push([1, itsType]);
  }
  return runs;
}
