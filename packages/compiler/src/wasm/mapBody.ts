import type { MapBlock, Operand, Statement } from '@chainrule/blocks';
import type { Frame } from './frame.ts';
import { range } from './loop.ts';
import { type Elementary, emit } from './primitives.ts';
import { type Bundle, eachOf, type Vector, type Vectors } from './vectors.ts';

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
  const tools = { ...frame, elementary: frame.functions() };
  const first = operands.length;
  const values: (Bundle | undefined)[] = [];
  const value = (arg: number): Bundle => {
    values[arg] ??= operand(operands[arg] as Operand, arg);
    return values[arg];
  };
  const depths = depthsOf(operands.length, statements, (name) => name in tools.elementary);
  const waiting = new Map<string, number[]>(); // statements of one depth, by what they have in common
  const call = (its: readonly number[]): void => {
    const lists = its.map((i) => (statements[i] as Statement).args.map(value));
    const { bundles, parts } = joined(lists);
    const args = isSingle ? bundles.map((bundle) => packed(frame.v, bundle)) : bundles;
    for (const name of new Set(its.map((i) => (statements[i] as Statement).primitive))) {
      const results = (tools.elementary[name as keyof Elementary] as (...args: Bundle[]) => Bundle)(...args);
      const all = isSingle ? unpacked(frame.v, results, bundles[0]?.length as number) : results;
      its.forEach((i, k) => {
        const [from, length] = parts[k] as [number, number];
        if (statements[i]?.primitive === name) values[first + i] = all.slice(from, from + length);
      });
    }
  };

  const order = range(statements.length).sort((a, b) => (depths[a] as number) - (depths[b] as number) || a - b);
  order.forEach((i, k) => {
    const { primitive, args } = statements[i] as Statement;
    if (primitive in tools.elementary) {
      const family = primitive === 'cos' ? 'sin' : primitive;
      waiting.set(family, [...(waiting.get(family) ?? []), i]);
    } else {
      const bundles = args.map(value);
      const length = bundles.reduce((most, bundle) => Math.max(most, bundle.length), 1);
      values[first + i] = range(length).map((u) =>
        emit(
          tools,
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

/** How many elementary functions lie below each statement, one after the other. */
function depthsOf(
  first: number,
  statements: readonly Statement[],
  isElementary: (name: string) => boolean,
): readonly number[] {
  const above: number[] = []; // for what reads a statement
  return statements.map(({ primitive, args }) => {
    let depth = 0;
    for (const arg of args) if (arg >= first) depth = Math.max(depth, above[arg - first] as number);
    above.push(isElementary(primitive) ? depth + 1 : depth);
    return depth;
  });
}

/** Lists of arguments one after the other, each once; where those of each list are: from which vector on, and how many. */
function joined(lists: readonly Bundle[][]): { readonly bundles: Vector[][]; readonly parts: [number, number][] } {
  const known = new Map<string, [number, number]>();
  const bundles: Vector[][] = (lists[0] as Bundle[]).map(() => []);
  const parts = lists.map((args): [number, number] => {
    const key = args.join(';');
    const found = known.get(key);
    if (found !== undefined) return found;
    const from = (bundles[0] as Vector[]).length;
    eachOf(args, (...vectors) => vectors.forEach((vector, k) => bundles[k]?.push(vector)));
    const part: [number, number] = [from, (bundles[0] as Vector[]).length - from];
    known.set(key, part);
    return part;
  });
  return { bundles, parts };
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
    const [x, lane] = [bundle[Math.floor(i / v.lanes)] as Vector, i % v.lanes];
    return lane === 0 ? x : v.shuffle(x, x, new Array(v.lanes).fill(lane));
  });
