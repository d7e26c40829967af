import { firstPrimitive, type Primitive, type PrimitiveName, type Program } from '@chainrule/core';
import type { Arrangement } from './arrange.ts';
import { fixedGroups, type IndexMap, type Store } from './block.ts';
import type { Dense } from './dense.ts';
import * as home from './home.ts';
import { mapOf } from './indexMap.ts';
import type { Locations } from './locate.ts';
import type { Placement } from './place.ts';
import * as unitKind from './unitKind.ts';
import type { Units } from './units.ts';
import { isOneOutput, type Usage } from './usage.ts';

/** All that is known about a program when its blocks are written. */
export interface Draft extends Usage, Units, Placement, Locations, Pick<Arrangement, 'of'> {
  readonly program: Program;
  readonly dense: Dense | undefined;
  /** For the block that is being written: the value of each of its units, and the operand that an instruction is (0 = none). */
  readonly values: Int32Array;
  readonly operandOf: Int32Array;
}

export const nameOf = ({ op, primitives }: Program, id: number): PrimitiveName =>
  (primitives[(op[id] as number) - firstPrimitive] as Primitive).name;

/** The instructions of a unit. */
export const idsOf = ({ members, start }: Units, u: number): Int32Array => members.subarray(start[u], start[u + 1]);

/** In which rows instructions are kept. */
export const mapFrom = ({ row }: Locations, ids: Int32Array): IndexMap => mapOf(ids.map((id) => row[id] as number));

/** Where the values of a unit go: to be read, and as outputs. */
export function targetsOf(draft: Draft, u: number): readonly Omit<Store, 'value'>[] {
  const { program, kind: kinds, members, start, rowed, group, output, earlier, outputRow } = draft;
  const kind = kinds[u];
  const first = members[start[u] as number] as number;
  const isCopy = kind === unitKind.copy;
  const isRead = isCopy ? rowed.has(first) : (group[first] as number) >= 0;
  const ids = idsOf(draft, u);
  const found = isRead ? [{ group: group[first] as number, map: mapFrom(draft, ids) }] : [];
  if (draft.home[u] === home.output || kind === unitKind.outer) return found;
  const outputs = fixedGroups.batchOutputs + (program.rank[first] as number);
  if (isCopy || (ids.length === 1 && kind === unitKind.map))
    for (let k = output[first] as number; k >= 0; k = earlier[k] as number)
      found.push({ group: outputs, map: mapOf(Int32Array.of(outputRow[k] as number)) });
  else if (ids.every(isOneOutput(draft)))
    found.push({ group: outputs, map: mapOf(ids.map((id) => outputRow[output[id] as number] as number)) });
  return found;
}
