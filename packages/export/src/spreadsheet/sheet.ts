import type { Program } from '@chainrule/core';
import { dotProducts } from '../dotProducts.ts';
import { checkSize } from '../errors.ts';
import { guardsFor, repeatsArguments } from '../guards.ts';
import { balanced, shortLists } from '../lists.ts';
import { anyNumber, rangesOf } from '../ranges.ts';
import { type Spelled, textsOf } from '../spelling.ts';
import { stepsOf } from '../steps.ts';
import { type Operation, type Terms, termsOf } from '../terms.ts';
import { type Formulas, formulasOf } from './formulas.ts';
import { type Grammar, row } from './grammar.ts';

/** The formulas of one row, in which `row` stands for its number: inputs, outputs, then a helper cell for each step. */
export interface Sheet {
  readonly outputs: readonly string[];
  readonly helpers: readonly string[];
  /** The numbers that formulas refer to, in rows from the one that was said: what is changed there is changed in all rows. */
  readonly numbers: readonly (readonly number[])[];
}

/** Formulas that spreadsheets take have up to 8,192 signs. */
const longestFormula = 8000;

/** Prints a network as the formulas of a row. */
export function sheetOf(program: Program, grammar: Grammar, firstNumbers: number): Sheet {
  const table = numberTable(grammar, firstNumbers);
  const formulas = formulasOf(grammar, table.cell);
  const { slots } = program;
  const short = shortLists(dotProducts(termsOf(program)), { longest: 16, lists: balanced });
  const { terms, outputs } = short;
  const ranges = rangesOf(terms, anyNumber);
  const guards = guardsFor(terms, ranges, formulas.guards);
  // a guarded sum holds its terms twice, and is never part of another one
  const isSum = (id: number): boolean => ['add', 'subtract'].includes((terms[id] as Operation).primitive);
  const steps = stepsOf(short, {
    deepest: 8,
    largest: 40,
    longest: Number.POSITIVE_INFINITY,
    lists: balanced,
    repeats: (id) => {
      const term = terms[id] as Operation;
      return !isSum(id) && repeatsArguments(guards[id] ?? formulas.primitives[term.primitive], term);
    },
    alone: (id) => isSum(id) && (guards[id] !== undefined || (terms[id] as Operation).factors !== undefined),
  });

  const order = beside({ terms, outputs }, steps.named);
  const places = new Map(order.map((id, i) => [id, slots + outputs.length + i]));
  const columnOf = (id: number): number => {
    const term = terms[id];
    return term?.kind === 'input' ? term.slot : (places.get(id) as number);
  };
  const special = (id: number): Spelled | undefined => {
    const { factors, args } = terms[id] as Operation;
    if (factors === undefined) return guards[id];
    return () => {
      const columns = args.map(columnOf);
      const first = columns[0] as number;
      const isBeside = columns.every((column, i) => column === first + i);
      if (!isBeside)
        return formulas.guards.add?.spelled(args.map((arg, i) => product(arg, factors[i] as number))) as string;
      return formulas.dotProduct(grammar.cells(first, first + args.length - 1), table.row(factors));
    };
  };
  const product = (arg: number, factor: number): string =>
    `(${(formulas.guards.multiply as NonNullable<Formulas['guards']['multiply']>).spelled([formulas.number(factor), grammar.cell(columnOf(arg))])})`;
  const spelling = { ...formulas, input: (slot: number) => grammar.cell(slot), special };
  const { operand, expression } = textsOf(steps, spelling, (id) => grammar.cell(places.get(id) as number));
  const helpers = order.map(expression);
  const hasLimits = (id: number): boolean => ranges[id]?.infinite === false;
  const results = outputs.map((id) => {
    const term = terms[id];
    if (term?.kind === 'number') return Number.isFinite(term.value) ? operand(id) : 'NA()';
    if (slots === 0) return operand(id);
    const isPlain =
      term?.kind === 'operation' && term.primitive !== 'power' && !places.has(id) && term.args.every(hasLimits);
    const value = isPlain
      ? formulas.primitives[term.primitive](term.args.map(operand))
      : hasLimits(id)
        ? operand(id)
        : // an error where it stands for Infinity
          `${operand(id)}*134217728/134217728`;
    return formulas.call('IF', `${formulas.call('COUNT', grammar.cells(0, slots - 1))}<${slots}`, 'NA()', value);
  });
  for (const text of [...helpers, ...results])
    checkSize(text.replaceAll(row, '10000').length, {
      target: 'toSpreadsheet',
      what: 'characters in one formula',
      limit: longestFormula,
      wayOut: 'Use toPython, toC or toJavaScript.',
    });
  return { outputs: results, helpers, numbers: table.rows };
}

interface NumberTable {
  readonly rows: readonly (readonly number[])[];
  /** A cell that holds a number. */
  cell(value: number): string;
  /** Cells beside each other that hold numbers. */
  row(values: readonly number[]): string;
}

/** Numbers in rows of up to a hundred, and in rows of their own. */
function numberTable(grammar: Grammar, first: number): NumberTable {
  const rows: (readonly number[])[] = [];
  const cells = new Map<number, string>();
  let open: number[] | undefined;
  return {
    rows,
    cell: (value) => {
      const known = cells.get(value);
      if (known !== undefined) return known;
      if (open === undefined || open.length === 100) {
        open = [];
        rows.push(open);
      }
      open.push(value);
      const text = grammar.fixed(open.length - 1, open.length - 1, first + rows.indexOf(open));
      cells.set(value, text);
      return text;
    },
    row: (values) => {
      rows.push(values);
      return grammar.fixed(0, values.length - 1, first + rows.length - 1);
    },
  };
}

/** Steps in an order in which the values of each dot product are beside each other, as far as there is one. */
function beside({ terms }: Terms, named: readonly number[]): readonly number[] {
  const placed = new Set<number>();
  const isNamed = new Set(named);
  for (const term of terms)
    if (
      term.kind === 'operation' &&
      term.factors !== undefined &&
      term.args.every((arg) => isNamed.has(arg) && !placed.has(arg))
    )
      for (const arg of term.args) placed.add(arg);
  return [...placed, ...named.filter((id) => !placed.has(id))];
}
