import { compile, type EngineReport } from '@chainrule/compiler';
import { gradient, type Node } from '@chainrule/core';
import { columnsOf } from '../data/columns.ts';
import type { Table } from '../data/labData.ts';
import { contenders, obstacle } from '../run/contenders.ts';
import type { Session } from '../run/session.ts';

/** Most rows and derivatives that are compared. */
const mostRows = 64;
const mostDerivatives = 500;

/** What an engine computed, beside the interpreter. */
export interface EngineFinding {
  readonly name: string;
  /** Which engine ran, as it says itself; undefined if it could not. */
  readonly ran: EngineReport['name'] | undefined;
  readonly obstacle: string | undefined;
  /** How many numbers were compared, how many have other bits, and the largest difference. */
  readonly numbers: number;
  readonly different: number;
  readonly largest: number;
}

/** Outputs, loss and derivatives over rows on every engine that computes in 64 bits, against the interpreter. */
export async function checkEngines({ model, data }: Session): Promise<readonly EngineFinding[]> {
  const { outputs, loss, parameters } = model;
  const derivatives = gradient<Node[], Node>(loss, parameters.slice(0, mostDerivatives));
  const nodes: readonly Node[] = [...outputs, loss, ...derivatives];
  const columns = columnsOf(data, firstRows(data.training));
  const findings: EngineFinding[] = [];
  let reference: readonly Float64Array[] | undefined;
  for (const contender of contenders.filter(({ options }) => options.precision !== 'f32')) {
    const { name, options } = contender;
    const trouble = await obstacle(contender);
    if (trouble !== undefined) {
      findings.push({ name, ran: undefined, obstacle: trouble, numbers: 0, different: 0, largest: 0 });
      continue;
    }
    try {
      const predictor = compile(nodes, options);
      const values = predictor.batch(columns) as readonly Float64Array[];
      reference ??= values;
      findings.push({ name, ran: predictor.engine.batch.name, obstacle: undefined, ...compare(values, reference) });
    } catch (error) {
      const { message } = error as Error;
      findings.push({ name, ran: undefined, obstacle: message, numbers: 0, different: 0, largest: 0 });
    }
  }
  return findings;
}

const firstRows = ({ count, inputs, target }: Table): Table => ({
  count: Math.min(count, mostRows),
  inputs: inputs.map((column) => column.subarray(0, mostRows)),
  target: target.subarray(0, mostRows),
});

/** How much numbers differ from those of the reference. */
export function compare(
  values: readonly Float64Array[],
  reference: readonly Float64Array[],
): Pick<EngineFinding, 'numbers' | 'different' | 'largest'> {
  let numbers = 0;
  let different = 0;
  let largest = 0;
  values.forEach((column, i) => {
    column.forEach((value, row) => {
      const expected = reference[i]?.[row] as number;
      numbers++;
      if (Object.is(value, expected)) return;
      different++;
      largest = Math.max(largest, Math.abs(value - expected));
    });
  });
  return { numbers, different, largest };
}
