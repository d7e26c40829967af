import { type Block, type FoldBlock, type MapBlock, type OuterBlock, rowOf } from '@chainrule/blocks';
import { stepRule, stepsOf } from '../steps.ts';
import type { Term } from '../terms.ts';
import type { Index } from './indexText.ts';
import { code, type Language } from './language.ts';
import type { Places } from './places.ts';
import { type Panels, type Reader, readerOf, rowOf2 } from './reader.ts';
import { straight } from './straight.ts';

/** Rows of a fold that are computed side by side: a sum waits for its last addition, four sums do not. */
const side = 4;

/** The statements of one block, in pieces that may stand in routines of their own; none for what is known. */
export function blockCode(block: Block, language: Language, places: Places): readonly (readonly string[])[] {
  const { fresh, known, sums } = places;
  const sumPlaces = { ...places, array: sums ?? places.array };
  const { primitives } = language;
  const out = code(language);
  const assign = (target: string, value: string): void => out.statement(`${target} = ${value}`);

  /** A loop, or its body alone where it would go round once. */
  const loop = (name: string, from: number, to: number, body: (index: Index) => void): void => {
    if (to - from === 1) body(from);
    else if (to > from) out.block(language.loop(name, from, String(to)), () => body(name));
  };

  const foldCode = ({ primitive, rows, parts, stores }: FoldBlock): void => {
    const wanted = stores.filter(({ group }) => known(group) === undefined);
    const panel = (first: number, count: number, width: number): void => {
      const reader = (group: number, terms: number, rowAt: Parameters<typeof readerOf>[4]): Reader =>
        readerOf(language, places, group, { first, count, width, terms }, rowAt);
      const terms = parts.map(({ count: all, factors }) => {
        const read = factors.map((factor) => reader(factor.group, all, (i, k) => rowOf2(factor, i, k, all)));
        return (...index: Parameters<Reader>): string =>
          read.length > 1 ? primitives.multiply(read.map((each) => each(...index))) : (read[0] as Reader)(...index);
      });
      const targets = wanted.map(({ group, map }) => reader(group, 1, (i) => rowOf(map, i)));
      const lanes = Array.from({ length: width }, () => fresh('a'));
      loop('i', 0, count, (i) => {
        parts.forEach(({ count: all, factors }, part) => {
          const term = terms[part] as Reader;
          if (part === 0) lanes.forEach((lane, r) => out.statement(language.variable(lane, term(i, r, 0))));
          loop('k', part === 0 ? 1 : 0, all, (k) =>
            lanes.forEach((lane, r) => {
              const text = term(i, r, k);
              assign(lane, primitives[primitive]([lane, factors.length > 1 ? `(${text})` : text]));
            }),
          );
        });
        for (const target of targets) lanes.forEach((lane, r) => assign(target(i, r, 0), lane));
      });
    };
    if (wanted.length === 0) return;
    const rest = rows % side;
    if (rows > rest) panel(0, (rows - rest) / side, side);
    if (rest > 0) panel(rows - rest, 1, rest);
  };

  const mapCode = ({ rows, operands, statements, stores, sums: added }: MapBlock): readonly (readonly string[])[] => {
    const panels: Panels = { first: 0, count: rows, width: 1, terms: 1 };
    const text = ({ group, map }: Pick<MapBlock['stores'][number], 'group' | 'map'>, its = places): string =>
      readerOf(language, its, group, panels, (i) => rowOf(map, i))(rows === 1 ? 0 : 'i', 0, 0);
    const terms: Term[] = operands.map((operand) =>
      operand.kind === 'literal' ? { kind: 'number', value: operand.value } : { kind: 'place', text: text(operand) },
    );
    for (const statement of statements) terms.push({ kind: 'operation', ...statement });
    const targets: string[] = [];
    const outputs: number[] = [];
    for (const store of stores)
      if (known(store.group) === undefined) {
        targets.push(text(store));
        outputs.push(store.value);
      }
    for (const sum of added) {
      const place = text(sum, sumPlaces);
      targets.push(place);
      const args = sums === undefined ? [sum.value] : [terms.push({ kind: 'place', text: place }) - 1, sum.value];
      outputs.push(terms.push({ kind: 'operation', primitive: sums === undefined ? 'sumBatch' : 'add', args }) - 1);
    }
    const { pieces, memory } = straight(stepsOf({ terms, outputs }, stepRule), language, {
      input: () => '',
      output: (i) => targets[i] as string,
      memory: places.memory,
      fresh,
      largest: rows === 1 ? places.largest : Number.POSITIVE_INFINITY,
    });
    places.take(memory);
    if (rows === 1) return pieces;
    if (targets.length > 0) loop('i', 0, rows, () => pieces.flat().forEach(out.line));
    return [];
  };

  const outerCode = ({ rows, columns, a, b, store }: OuterBlock): void => {
    const panels: Panels = { first: 0, count: rows, width: 1, terms: columns };
    const left = readerOf(language, places, a.group, panels, (i) => rowOf(a.map, i));
    const right = readerOf(language, places, b.group, panels, (_, k) => rowOf(b.map, k));
    const target = readerOf(language, sumPlaces, store.group, panels, (i, k) => rowOf2(store, i, k, columns));
    loop('i', 0, rows, (i) =>
      loop('k', 0, columns, (k) => {
        const product = `(${primitives.multiply([left(i, 0, k), right(i, 0, k)])})`;
        const place = target(i, 0, k);
        assign(place, sums ? primitives.add([place, product]) : primitives.sumBatch([product]));
      }),
    );
  };

  if (block.kind === 'map') return [...mapCode(block), out.lines];
  if (block.kind === 'fold') foldCode(block);
  else outerCode(block);
  return [out.lines];
}
