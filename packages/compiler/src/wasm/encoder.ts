import type { Whole } from './whole.ts';

/** The types of values in a module, by their code. */
export const type = { i32: 0x7f, f64: 0x7c, v128: 0x7b } as const;

export type ValueType = (typeof type)[keyof typeof type];

/** Bytes with a number ≥ 0 put at their end, in LEB128. */
export function put(bytes: number[], value: number): number[] {
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  bytes.push(rest);
  return bytes;
}

/** The bytes of a list, after how many items it has. */
const counted = (items: number, bytes: readonly number[]): number[] => put([], items).concat(bytes);

const sized = (bytes: readonly number[]): number[] => counted(bytes.length, bytes);

const text = (ascii: string): number[] => sized(Array.from(ascii, (letter) => letter.charCodeAt(0)));

/** A function in the making. Locals are numbered, parameters first. */
export class FunctionWriter {
  readonly index: number;
  readonly parameters: readonly ValueType[];
  readonly results: readonly ValueType[];
  /** Successive locals of one type: how many, and the type. */
  readonly locals: [number, ValueType][] = [];
  /** Runs before `code`: for constants, which a loop should not make again. */
  readonly head: number[] = [];
  code: number[] = [];
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

  /** A new local that holds a whole number, or what is on the stack. */
  keep(itsType: ValueType, ...value: Whole[]): number {
    const local = this.local(itsType);
    this.set(local, ...value);
    return local;
  }

  /** Pushes locals, or whole numbers. */
  get(...values: Whole[]): void {
    for (const value of values)
      if (typeof value === 'number') this.op(0x20, value);
      else value(this);
  }

  /** Gives a local a whole number, or what is on the stack. */
  set(local: number, ...value: Whole[]): void {
    this.get(...value);
    this.op(0x21, local);
  }

  /** A whole number of 32 bits, in signed LEB128. */
  i32(value: number): void {
    this.op(0x41);
    let rest = value;
    for (; rest < -64 || rest > 63; rest >>= 7) this.code.push((rest & 127) | 128);
    this.code.push(rest & 127);
  }

  /** Instructions that are not put at the end, but given. */
  aside(write: () => void): readonly number[] {
    const { code } = this;
    this.code = [];
    write();
    const written = this.code;
    this.code = code;
    return written;
  }

  /** Puts instructions at the end. */
  append(code: readonly number[]): void {
    for (const byte of code) this.code.push(byte);
  }

  /** An instruction, with the numbers ≥ 0 that belong to it. */
  op(code: number, ...numbers: number[]): void {
    this.code.push(code);
    for (const number of numbers) put(this.code, number);
  }

  /** A SIMD instruction: its code, and a lane where it takes one. */
  simd(...numbers: number[]): void {
    this.op(0xfd, ...numbers);
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

/** Functions of one f64 that the host brings, by name. */
export type HostFunctions = Readonly<Record<string, (x: number) => number>>;

/** A module in the making: functions over one memory that the host brings (`host.memory`), and functions of the host. */
export class ModuleWriter {
  readonly host: HostFunctions;
  readonly #functions: FunctionWriter[] = [];
  readonly #exports: [string, number][] = [];

  constructor(host: HostFunctions = {}) {
    this.host = host;
  }

  /** A function of the host. */
  hosted(name: string): { readonly index: number } {
    return { index: Object.keys(this.host).indexOf(name) };
  }

  /** A function, filled by `body`. */
  function(
    parameters: readonly ValueType[],
    results: readonly ValueType[],
    body: (f: FunctionWriter) => void,
  ): FunctionWriter {
    const f = new FunctionWriter(Object.keys(this.host).length + this.#functions.length, parameters, results);
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
    const functions = this.#functions;
    const hosted = Object.keys(this.host);
    const section = (id: number, items: readonly (readonly number[])[]): number[] =>
      [id].concat(sized(counted(items.length, items.flat())));
    const bodies = functions.map(({ locals, head, code }) => {
      const types = locals.flatMap(([count, itsType]) => put([], count).concat(itsType));
      return sized(counted(locals.length, types).concat(head, code, 0x0b));
    });
    return Uint8Array.from(
      [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0].concat(
        // each function has a type of its own
        section(1, [
          ...hosted.map(() => [0x60, 1, type.f64, 1, type.f64]),
          ...functions.map((f) => [0x60, ...sized(f.parameters), ...sized(f.results)]),
        ]),
        section(2, [
          ...hosted.map((name, i) => put([...text('host'), ...text(name), 0], i)),
          [...text('host'), ...text('memory'), 2, 0, 1], // at least one page
        ]),
        section(
          3,
          functions.map(({ index }) => put([], index)),
        ),
        section(
          7,
          this.#exports.map(([name, index]) => put([...text(name), 0], index)),
        ),
        section(10, bodies),
      ),
    );
  }
}
