import { type BlockProgram, coverage, discover, fixedGroups } from '@chainrule/blocks';
import { firstPrimitive, type Program } from '@chainrule/core';
import { checkSize } from '../errors.ts';
import { stepRule, stepsOf } from '../steps.ts';
import { knownValues, termsOf } from '../terms.ts';
import type { Language } from './language.ts';
import { blockCode } from './loops.ts';
import type { Places } from './places.ts';
import { straight } from './straight.ts';
import { tablesOf } from './tables.ts';

/** A network as code: the statements of its routines, which share the row `x`, the memory `m` and the results `y`. */
export interface Body {
  readonly tables: readonly string[];
  readonly routines: readonly (readonly string[])[];
  /** Numbers in `m`. */
  readonly memory: number;
}

/** How large things may become in a language. */
export interface BodyRule {
  /** The function that was called, such as `toC`. */
  readonly target: string;
  /** Operands in one routine of straight code, at most. */
  readonly largest: number;
  /** Characters in one routine, as nearly as its pieces allow. */
  readonly longest: number;
  /** Operations of a network that is printed without loops. */
  readonly straightUpTo: number;
}

/** A program text beyond this is of use to nobody, and near to what compilers and strings can hold. */
const cap = {
  what: 'operations',
  limit: 1_000_000,
  wayOut: 'Save it with toJSON, and run it with compile() of @chainrule/compiler.',
};

/**
 * Prints a network for one row: small and irregular ones straight, others as loops over the blocks that are found in them.
 * @throws ExportError if it has more than a million operations.
 */
export function bodyOf(program: Program, language: Language, rule: BodyRule): Body {
  const operations = program.op.reduce((count, op) => count + (op >= firstPrimitive ? 1 : 0), 0);
  checkSize(operations, { ...cap, target: rule.target });
  if (operations > rule.straightUpTo) {
    const blocks = discover(program);
    if (coverage(blocks) > 0.5) return loopBody(blocks, language, rule);
  }
  return straightBody(program, language, rule);
}

/** Prints a network without loops. */
export function straightBody(program: Program, language: Language, { largest }: BodyRule): Body {
  let names = 0;
  const { pieces, memory } = straight(stepsOf(termsOf(program), stepRule), language, {
    input: (slot) => `x[${slot}]`,
    output: (i) => `y[${i}]`,
    memory: (place) => `m[${place}]`,
    fresh: (prefix) => `${prefix}${names++}`,
    largest,
  });
  return { tables: [], routines: pieces, memory };
}

/** Prints the blocks of a network; its parameters are numbers, or with `variable` places of the array `p`. */
export function loopBody(
  blocks: BlockProgram,
  language: Language,
  { largest, longest }: BodyRule,
  variable = false,
): Body {
  const { program, groups, phases } = blocks;
  const known = knownGroups(blocks, knownValues(program, !variable));

  // the outputs of a rank lie side by side in y, or are copied there
  const places = [0, 1].map((rank) =>
    [...program.outputs.keys()].filter((i) => program.rank[program.outputs[i] as number] === rank),
  );
  let memory = 0;
  const arrays = groups.map(({ rows }, group) => {
    const its = places[group - fixedGroups.batchOutputs];
    if (group === fixedGroups.inputs) return { name: 'x', offset: 0 };
    if (group === fixedGroups.parameters) return { name: 'p', offset: 0 };
    if (its?.every((place, row) => place - row === its[0])) return { name: 'y', offset: its[0] ?? 0 };
    memory += rows;
    return { name: 'm', offset: memory - rows };
  });

  let names = 0;
  const tables = tablesOf(language);
  const around: Places = {
    known: (group) => known[group],
    array: (group) => arrays[group] as (typeof arrays)[number],
    memory: (place) => `m[${memory + place}]`,
    take: (count) => {
      memory += count;
    },
    tables,
    fresh: (prefix) => `${prefix}${names++}`,
    largest,
  };
  const pieces = phases.flatMap((phase) => phase.blocks.flatMap((block) => blockCode(block, language, around)));
  places.forEach((its, rank) => {
    const { name, offset } = arrays[fixedGroups.batchOutputs + rank] as (typeof arrays)[number];
    if (name === 'y') return;
    const lines = its.map((place, row) => `y[${place}] = m[${offset + row}]${language.end}`);
    for (let from = 0; from < lines.length; from += largest) pieces.push(lines.slice(from, from + largest));
  });
  return { tables: tables.lines, routines: merged(pieces, longest), memory };
}

/** The numbers of the groups of which all are known; outputs are always written. */
export function knownGroups(
  { groups }: BlockProgram,
  values: readonly (number | undefined)[],
): readonly (readonly number[] | undefined)[] {
  const { parameters, sampleOutputs } = fixedGroups;
  return groups.map(({ ids }, group) => {
    const numbers = Array.from(ids, (id) => values[id]);
    const isKnown = (group === parameters || group > sampleOutputs) && !numbers.includes(undefined);
    return isKnown ? (numbers as number[]) : undefined;
  });
}

/** Pieces one after the other in routines that are not longer than so many characters, but for a piece that is. */
export function merged(pieces: readonly (readonly string[])[], longest: number): string[][] {
  const routines: string[][] = [];
  let size = longest;
  for (const lines of pieces) {
    const length = lines.reduce((sum, line) => sum + line.length + 3, 0);
    if (size + length > longest) {
      routines.push([]);
      size = 0;
    }
    routines[routines.length - 1]?.push(...lines);
    size += length;
  }
  return routines;
}
