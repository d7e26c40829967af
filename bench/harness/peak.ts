import type { Contender, Entry } from '../works/work.ts';

/** Independent chains: enough to hide the latency of an addition, few enough to stay in registers. */
const chains = 12;
const turns = 4096;

/** The opcodes of a multiply-add of 128 bits: fused in one instruction, or two. */
const kernels: readonly { name: string; lanes: number; codes: readonly number[] }[] = [
  { name: 'peak f32 fused', lanes: 4, codes: [0x105] },
  { name: 'peak f32', lanes: 4, codes: [0xe6, 0xe4] },
  { name: 'peak f64 fused', lanes: 2, codes: [0x107] },
  { name: 'peak f64', lanes: 2, codes: [0xf2, 0xf0] },
];

/** The most multiply-adds of 128 bits that this core can do in WebAssembly; the unit is one multiplication or addition. */
export const peaks: readonly Entry[] = kernels.map(({ name, lanes, codes }) => ({
  name,
  make: (): Contender => {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(kernel(codes)));
    const loop = exports['loop'] as (count: number) => void;
    return {
      name,
      precision: lanes === 4 ? 'f32' : 'f64',
      perStep: turns * chains * lanes * 2,
      run: (steps) => loop(steps * turns) as undefined,
      result: () => [],
    };
  },
}));

/** `loop(count)`: so many times x ← x · y + y in every chain; the xs are stored in the end, so that no chain is left out. */
function kernel(codes: readonly number[]): Uint8Array<ArrayBuffer> {
  const [count, y] = [0, 1];
  const xs = Array.from({ length: chains }, (_, i) => 2 + i);
  const get = (local: number): number[] => [0x20, local];
  const set = (local: number): number[] => [0x21, local];
  const simd = (code: number): number[] => [0xfd, ...leb(code)];
  const [first, second] = codes.map(simd) as [number[], number[] | undefined];
  const multiplyAdd = (x: number): number[] =>
    second === undefined
      ? [...get(x), ...get(y), ...get(y), ...first, ...set(x)]
      : [...get(x), ...get(y), ...first, ...get(y), ...second, ...set(x)];
  const body = [
    ...[1, 1 + chains, 0x7b], // locals: y and the xs, v128
    ...[0x03, 0x40, ...xs.flatMap(multiplyAdd)], // loop
    ...[...get(count), 0x41, 1, 0x6b, 0x22, count, 0x0d, 0, 0x0b], // again while --count
    ...xs.flatMap((x) => [0x41, 0, ...get(x), ...simd(11), 0, 0]), // v128.store
    0x0b,
  ];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 1, 0x7f, 0]), // type: (i32) → ()
    ...section(3, [1, 0]), // function
    ...section(5, [1, 0, 1]), // memory
    ...section(7, [1, 4, ...new TextEncoder().encode('loop'), 0, 0]), // export
    ...section(10, [1, ...leb(body.length), ...body]), // code
  ]);
}

const section = (id: number, content: readonly number[]): number[] => [id, ...leb(content.length), ...content];

/** A number in groups of seven bits, the lowest first. */
const leb = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...leb(value >>> 7)]);
