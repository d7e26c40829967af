import {
  type Block,
  type FoldBlock,
  type IndexMap,
  type MapBlock,
  type Operand2,
  type OuterBlock,
  rowOf,
} from '@chainrule/blocks';
import { stepRule, stepsOf } from '../steps.ts';
import type { Term } from '../terms.ts';
import { type Index, indexText } from './indexText.ts';
import { type Code, code, type Language } from './language.ts';
import { straight } from './straight.ts';
import type { Tables } from './tables.ts';

/** Where the values of a block program are while it runs. */
export interface Places {
  /** The numbers of a group that are known when it is printed, by row; undefined for a group that must be computed. */
  known(group: number): readonly number[] | undefined;
  /** The array that holds a group, and where in it the group begins. */
  array(group: number): { readonly name: string; readonly offset: number };
  /** Where sums over the batch that belong to a group are added up; undefined if the batch is a single row. */
  sums?(group: number): { readonly name: string; readonly offset: number };
  /** A place beside those of the groups. */
  memory(place: number): string;
  /** How many such places are taken from now on. */
  take(places: number): void;
  readonly tables: Tables;
  fresh(prefix: string): string;
  /** Operands in one routine, at most. */
  readonly largest: number;
}

/** Rows of a fold that are computed side by side: a sum waits for its last addition, four sums do not. */
const side = 4;

/** The statements of one block, in pieces that may stand in routines of their own; none for what is known. */
export function blockCode(block: Block, language: Language, places: Places): string[][] {
  const { tables, fresh } = places;
  const isKnown = (group: number): boolean => places.known(group) !== undefined;

  /** What `rowAt` names in a group, for index i of a loop over `count` panels of `width` rows and k of one over `terms`. */
  const reader = (
    group: number,
    rowAt: (i: number, k: number) => number,
    affine: readonly [base: number, perRow: number, perTerm: number] | undefined,
    { first, count, width, terms }: Panels,
    isSum = false,
  ): ((i: Index, r: number, k: Index) => string) => {
    const panelled = <T>(value: (row: number) => T): T[] =>
      Array.from({ length: count * terms * width }, (_, n) => {
        const [i, k, r] = [Math.floor(n / (terms * width)), Math.floor(n / width) % terms, n % width];
        return value(rowAt(first + i * width + r, k));
      });
    const at = (i: Index, r: number, k: Index): string => indexText(r, [terms * width, i], [width, k]);
    const known = places.known(group);
    if (known !== undefined) {
      const values = panelled((row) => known[row] as number);
      if (values.every((value) => Object.is(value, values[0]))) return () => language.number(values[0] as number);
      const name = tables.name(values, 'numbers');
      return (i, r, k) => `${name}[${at(i, r, k)}]`;
    }
    const { name, offset } = (isSum ? places.sums : places.array)?.(group) ?? places.array(group);
    if (affine !== undefined) {
      const [base, perRow, perTerm] = affine;
      return (i, r, k) =>
        `${name}[${indexText(offset + base + perRow * (first + r), [perRow * width, i], [perTerm, k])}]`;
    }
    const table = tables.name(
      panelled((row) => offset + row),
      'places',
    );
    return (i, r, k) => `${name}[${table}[${at(i, r, k)}]]`;
  };

  const rowReader = (
    group: number,
    map: IndexMap,
    panels: Panels,
    isSum = false,
  ): ((i: Index, r: number) => string) => {
    const affine = map.kind === 'affine' ? ([map.base, map.stride, 0] as const) : undefined;
    const read = reader(group, (i) => rowOf(map, i), affine, panels, isSum);
    return (i, r) => read(i, r, 0);
  };

  const pairReader = (
    operand: Operand2,
    panels: Panels,
    isSum = false,
  ): ((i: Index, r: number, k: Index) => string) => {
    if (operand.kind === 'table')
      return reader(operand.group, (i, k) => operand.table[i * panels.terms + k] as number, undefined, panels, isSum);
    const { group, row, term } = operand;
    const affine =
      row.kind === 'affine' && term.kind === 'affine'
        ? ([row.base + term.base, row.stride, term.stride] as const)
        : undefined;
    return reader(group, (i, k) => rowOf(row, i) + rowOf(term, k), affine, panels, isSum);
  };

  /** A loop, or its body alone where it would go round once. */
  const loop = (out: Code, name: string, from: number, to: number, body: (index: Index) => void): void => {
    if (to - from === 1) body(from);
    else if (to > from) out.block(language.loop(name, from, String(to)), () => body(name));
  };

  const foldCode = ({ primitive, rows, parts, stores }: FoldBlock): string[][] => {
    const wanted = stores.filter(({ group }) => !isKnown(group));
    if (wanted.length === 0) return [];
    const out = code(language);
    const fold = (a: string, b: string): string => language.primitives[primitive]([a, b]);
    const panel = (first: number, count: number, width: number): void => {
      const panels = { first, count, width };
      const terms = parts.map(({ count: all, factors }) => {
        const read = factors.map((factor) => pairReader(factor, { ...panels, terms: all }));
        return (i: Index, r: number, k: Index, isAlone: boolean): string => {
          const texts = read.map((each) => each(i, r, k));
          if (texts.length === 1) return texts[0] as string;
          const product = language.primitives.multiply(texts);
          return isAlone ? product : `(${product})`;
        };
      });
      const targets = wanted.map(({ group, map }) => rowReader(group, map, { ...panels, terms: 1 }));
      const lanes = Array.from({ length: width }, () => fresh('a'));
      loop(out, 'i', 0, count, (i) => {
        parts.forEach(({ count: all }, part) => {
          const term = terms[part] as (typeof terms)[number];
          if (part === 0) lanes.forEach((lane, r) => out.statement(language.variable(lane, term(i, r, 0, true))));
          loop(out, 'k', part === 0 ? 1 : 0, all, (k) => {
            lanes.forEach((lane, r) => out.statement(`${lane} = ${fold(lane, term(i, r, k, false))}`));
          });
        });
        for (const target of targets) lanes.forEach((lane, r) => out.statement(`${target(i, r)} = ${lane}`));
      });
    };
    const whole = Math.floor(rows / side);
    if (whole > 0) panel(0, whole, side);
    if (rows % side > 0) panel(whole * side, 1, rows % side);
    return [[...out.lines]];
  };

  const mapCode = ({ rows, operands, statements, stores, sums }: MapBlock): string[][] => {
    const panels = { first: 0, count: rows, width: 1, terms: 1 };
    const index: Index = rows === 1 ? 0 : 'i';
    const read = (group: number, map: IndexMap, isSum = false): string =>
      rowReader(group, map, panels, isSum)(index, 0);
    const terms: Term[] = operands.map((operand): Term => {
      if (operand.kind === 'literal') return { kind: 'number', value: operand.value };
      const known = places.known(operand.group);
      const first = known?.[rowOf(operand.map, 0)];
      if (
        known &&
        Array.from({ length: rows }, (_, i) => known[rowOf(operand.map, i)]).every((each) => Object.is(each, first))
      )
        return { kind: 'number', value: first as number };
      return { kind: 'place', text: read(operand.group, operand.map) };
    });
    for (const { primitive, args } of statements) terms.push({ kind: 'operation', primitive, args });
    const targets: string[] = [];
    const outputs: number[] = [];
    for (const { value, group, map } of stores)
      if (!isKnown(group)) {
        targets.push(read(group, map));
        outputs.push(value);
      }
    for (const { value, group, map } of sums) {
      const text = read(group, map, true);
      targets.push(text);
      if (places.sums !== undefined) {
        terms.push({ kind: 'place', text });
        outputs.push(terms.push({ kind: 'operation', primitive: 'add', args: [terms.length - 1, value] }) - 1);
      } else outputs.push(terms.push({ kind: 'operation', primitive: 'sumBatch', args: [value] }) - 1);
    }
    if (outputs.length === 0) return [];
    const { pieces, memory } = straight(stepsOf({ terms, outputs }, stepRule), language, {
      input: () => '',
      output: (i) => targets[i] as string,
      memory: places.memory,
      fresh,
      largest: rows === 1 ? places.largest : Number.POSITIVE_INFINITY,
    });
    if (rows === 1) {
      places.take(memory);
      return pieces.map((lines) => [...lines]);
    }
    const out = code(language);
    loop(out, 'i', 0, rows, () => pieces.flat().forEach(out.line));
    return [[...out.lines]];
  };

  const outerCode = ({ rows, columns, a, b, store }: OuterBlock): string[][] => {
    const out = code(language);
    const panels = { first: 0, count: rows, width: 1, terms: columns };
    const [left, right] = [a, b].map(({ group, map }, which) => {
      const operand: Operand2 = {
        kind: 'separable',
        group,
        row: which === 0 ? map : nothing,
        term: which === 0 ? nothing : map,
      };
      return pairReader(operand, panels);
    }) as [ReturnType<typeof pairReader>, ReturnType<typeof pairReader>];
    const target = pairReader(store, panels, true);
    loop(out, 'i', 0, rows, (i) =>
      loop(out, 'k', 0, columns, (k) => {
        const product = `(${language.primitives.multiply([left(i, 0, k), right(i, 0, k)])})`;
        const place = target(i, 0, k);
        const { add, sumBatch } = language.primitives;
        out.statement(`${place} = ${places.sums ? add([place, product]) : sumBatch([product])}`);
      }),
    );
    return [[...out.lines]];
  };

  if (block.kind === 'fold') return foldCode(block);
  if (block.kind === 'map') return mapCode(block);
  return outerCode(block);
}

const nothing: IndexMap = { kind: 'affine', base: 0, stride: 0 };

/** A loop over `count` panels of `width` rows from row `first` on, and inside of it one over terms. */
interface Panels {
  readonly first: number;
  readonly count: number;
  readonly width: number;
  readonly terms: number;
}
