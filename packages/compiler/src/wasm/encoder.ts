import type { Whole } from './whole.ts';

/** The types of values in a module, by their code. */
export const type = { i32: 0x7f, f64: 0x7c, v128: 0x7b } as const;

type ValueType = (typeof type)[keyof typeof type];

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
export interface FunctionWriter {
  readonly index: number;
  /** Its type. */
  readonly signature: readonly number[];
  /** Runs before the rest: constants, which a loop should not make again. */
  readonly head: number[];
  /** A new local, zero at first. */
  local(its: ValueType): number;
  /** A new local that holds a whole number, or what is on the stack. */
  keep(its: ValueType, ...value: Whole[]): number;
  /** Pushes locals, or whole numbers. */
  get(...values: Whole[]): void;
  /** Gives a local a whole number, or what is on the stack. */
  set(local: number, ...value: Whole[]): void;
  /** A whole number of 32 bits. */
  i32(value: number): void;
  /** Instructions that are not put at the end, but given. */
  aside(write: () => void): readonly number[];
  /** Puts instructions at the end. */
  append(code: readonly number[]): void;
  /** An instruction, with the numbers ≥ 0 that belong to it. */
  op(code: number, ...numbers: number[]): void;
  /** A SIMD instruction: its code, and a lane where it takes one. */
  simd(...numbers: number[]): void;
  /** Loads or stores at the address on the stack + offset: an instruction of one byte. */
  memory(code: number, offset?: number): void;
  /** Loads or stores with a SIMD instruction, with a lane where it takes one. */
  simdMemory(code: number, offset?: number, ...lane: number[]): void;
  call(its: { readonly index: number }): void;
  /** `do { body } while (what is left on the stack)`. */
  repeat(body: () => void): void;
  /** Runs the body if what is on the stack is not 0. */
  when(body: () => void): void;
  /** Locals and code as bytes. */
  finish(): number[];
}

function functionWriter(
  index: number,
  parameters: readonly ValueType[],
  results: readonly ValueType[],
): FunctionWriter {
  const locals: [number, ValueType][] = []; // successive ones of one type: how many, and the type
  const head: number[] = [];
  let code: number[] = [];
  let count = parameters.length;

  const op = (instruction: number, ...numbers: number[]): void => {
    code.push(instruction);
    for (let i = 0; i < numbers.length; i++) put(code, numbers[i] as number);
  };
  const simd = (...numbers: number[]): void => op(0xfd, ...numbers);
  const local = (its: ValueType): number => {
    const last = locals.at(-1);
    if (last?.[1] === its) last[0]++;
    else locals.push([1, its]);
    return count++;
  };
  const f: FunctionWriter = {
    index,
    signature: [0x60, ...sized(parameters), ...sized(results)],
    head,
    local,
    keep: (its, ...value) => {
      const made = local(its);
      f.set(made, ...value);
      return made;
    },
    get: (...values) => {
      for (const value of values)
        if (typeof value === 'number') put(put(code, 0x20), value);
        else value(f);
    },
    set: (made, ...value) => {
      f.get(...value);
      put(put(code, 0x21), made);
    },
    i32: (value) => {
      op(0x41);
      let rest = value; // in signed LEB128
      for (; rest < -64 || rest > 63; rest >>= 7) code.push((rest & 127) | 128);
      code.push(rest & 127);
    },
    aside: (write) => {
      const before = code;
      code = [];
      write();
      const written = code;
      code = before;
      return written;
    },
    append: (written) => {
      code = code.concat(written);
    },
    op,
    simd,
    memory: (instruction, offset = 0) => op(instruction, 0, offset), // 0: no promise of alignment
    simdMemory: (instruction, offset = 0, ...lane) => simd(instruction, 0, offset, ...lane),
    call: (its) => op(0x10, its.index),
    repeat: (body) => {
      op(0x03, 0x40);
      body();
      op(0x0d, 0, 0x0b); // branch if, end
    },
    when: (body) => {
      op(0x04, 0x40);
      body();
      op(0x0b);
    },
    finish: () => {
      const types = locals.flatMap(([many, its]) => put([], many).concat(its));
      return sized(counted(locals.length, types).concat(head, code, [0x0b]));
    },
  };
  return f;
}

/** Functions of one f64 that the host brings, by name. */
export type HostFunctions = Readonly<Record<string, (x: number) => number>>;

/** A module in the making: functions over one memory that the host brings (`host.memory`), and functions of the host. */
export interface ModuleWriter {
  readonly host: HostFunctions;
  /** A function of the host. */
  hosted(name: string): { readonly index: number };
  /** A function, filled by `body`. */
  function(
    parameters: readonly ValueType[],
    results: readonly ValueType[],
    body: (f: FunctionWriter) => void,
  ): FunctionWriter;
  /** Gives a function to the host. */
  export(name: string, its: FunctionWriter): void;
  /** The module as bytes. */
  finish(): Uint8Array<ArrayBuffer>;
}

export function moduleWriter(host: HostFunctions = {}): ModuleWriter {
  const hosted = Object.keys(host);
  const signatures = hosted.map((): readonly number[] => [0x60, 1, type.f64, 1, type.f64]);
  const bodies: Uint8Array[] = []; // as bytes at once: lists of numbers take eight times as much memory
  const exported: number[][] = [];
  const section = (id: number, items: readonly (readonly number[])[]): number[] =>
    [id].concat(sized(counted(items.length, ([] as number[]).concat(...items))));
  const imported = (name: string): number[] => [...text('host'), ...text(name)];
  return {
    host,
    hosted: (name) => ({ index: hosted.indexOf(name) }),
    function: (parameters, results, body) => {
      const f = functionWriter(signatures.length, parameters, results);
      signatures.push(f.signature);
      body(f);
      bodies[f.index - hosted.length] = Uint8Array.from(f.finish());
      return f;
    },
    export: (name, { index }) => {
      exported.push(put([...text(name), 0], index));
    },
    finish: () => {
      const count = put([], bodies.length);
      const size = bodies.reduce((sum, { length }) => sum + length, count.length);
      const parts = [
        [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
        section(1, signatures), // each function has a type of its own
        section(2, [
          ...hosted.map((name, i) => put([...imported(name), 0], i)),
          [...imported('memory'), 2, 0, 1], // at least one page
        ]),
        section(
          3,
          bodies.map((_, i) => put([], hosted.length + i)),
        ),
        section(7, exported),
        put([10], size).concat(count),
        ...bodies,
      ];
      const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const part of parts) {
        bytes.set(part, at);
        at += part.length;
      }
      return bytes;
    },
  };
}
