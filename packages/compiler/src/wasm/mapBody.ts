import type { MapBlock, Operand, Statement } from '@chainrule/blocks';
import type { Frame } from './frame.ts';
import { range } from './loop.ts';
import { once } from './once.ts';
import { type Elementary, emit } from './primitives.ts';
import { type Bundle, eachOf, type Vector, type Vectors } from './vectors.ts';

/** How many of some statements are elementary functions. */
export const callsIn = (statements: readonly Statement[], elementary: Elementary): number =>
  statements.filter(({ primitive }) => primitive in elementary).length;

/**
 * The statements of a map; the vectors of operands and statements. Operands are loaded where they are first read, so that they
 * need not be kept elsewhere until then.
 *
 * Elementary functions that do not depend on each other are computed together. With `isSingle`, only the first lane of each
 * vector counts: then the arguments of several fill a vector.
 */
export function mapBody(
  frame: Frame,
  { operands, statements }: MapBlock,
  operand: (its: Operand, i: number) => Bundle,
  isSingle = false,
): Bundle[] {
  const elementary = frame.functions();
  const first = operands.length;
  const values: (Bundle | undefined)[] = [];
  const value = (arg: number): Bundle => {
    values[arg] ??= operand(operands[arg] as Operand, arg);
    return values[arg];
  };
  const isCall = (i: number): boolean => (statements[i] as Statement).primitive in elementary;
  const depths: number[] = []; // elementary functions below each statement, one after the other
  const depthOf = (i: number): number => (i < 0 ? 0 : (depths[i] as number) + (isCall(i) ? 1 : 0));
  for (const { args } of statements) depths.push(args.reduce((depth, arg) => Math.max(depth, depthOf(arg - first)), 0));

  /** The results of statements of one family, from one list of all their arguments. */
  const call = (its: readonly number[]): void => {
    const lists: Vector[][] = [];
    const parts = new Map<string, [number, number]>();
    const results = new Map<string, Bundle>();
    for (const i of its) {
      const { args } = statements[i] as Statement;
      const from = lists.length;
      if (parts.has(`${args}`)) continue;
      eachOf(args.map(value), (...vectors) => lists.push(vectors));
      parts.set(`${args}`, [from, lists.length]);
    }
    const bundles = (lists[0] as Vector[])
      .map((_, k) => lists.map((vectors) => vectors[k] as Vector))
      .map((bundle) => (isSingle ? packed(frame.v, bundle) : bundle));
    for (const i of its) {
      const { primitive, args } = statements[i] as Statement;
      const all = once(results, primitive, () => {
        const made = (elementary[primitive as keyof Elementary] as (...args: Bundle[]) => Bundle)(...bundles);
        return isSingle ? unpacked(frame.v, made, lists.length) : made;
      });
      values[first + i] = all.slice(...(parts.get(`${args}`) as [number, number]));
    }
  };

  const waiting = new Map<string, number[]>(); // statements of one depth, by family
  const order = range(statements.length).sort((a, b) => (depths[a] as number) - (depths[b] as number));
  order.forEach((i, k) => {
    const { primitive, args } = statements[i] as Statement;
    if (isCall(i)) {
      const family = primitive === 'cos' ? 'sin' : primitive;
      once(waiting, family, () => [] as number[]).push(i);
    } else {
      const bundles = args.map(value);
      const longest = bundles.reduce((a, b) => (a.length < b.length ? b : a));
      values[first + i] = longest.map((_, u) =>
        emit(
          frame,
          primitive,
          bundles.map((bundle) => (bundle[u] ?? bundle[0]) as Vector),
        ),
      );
    }
    if (depths[i] === depths[order[k + 1] as number]) return;
    for (const its of waiting.values()) call(its);
    waiting.clear();
  });
  return range(first + statements.length).map(value);
}

/** The first lanes of vectors as few vectors. */
const packed = (v: Vectors, bundle: Bundle): Vector[] =>
  range(Math.ceil(bundle.length / v.lanes)).map((i) =>
    bundle.slice(i * v.lanes, (i + 1) * v.lanes).reduce((into, x, lane) => {
      v.f.get(into, x);
      v.f.simd(v.lanes === 2 ? 0x21 : 0x1f, 0); // extract_lane
      v.f.simd(v.lanes === 2 ? 0x22 : 0x20, lane); // replace_lane
      return v.keep();
    }),
  );

/** The first `count` lanes of vectors, each as the first of a vector. */
const unpacked = (v: Vectors, bundle: Bundle, count: number): Vector[] =>
  range(count).map((i) => {
    const x = bundle[Math.floor(i / v.lanes)] as Vector;
    return v.shuffle(x, x, new Array(v.lanes).fill(i % v.lanes));
  });
