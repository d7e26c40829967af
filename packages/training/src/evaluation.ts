import type { EngineOptions } from '@chainrule/compiler';
import { type InputField, lower, meanBatch, type Node, topologicalOrder } from '@chainrule/core';
import { check } from './check.ts';
import { columnsFor, type Dataset } from './dataset.ts';
import { machine as machineFor } from './engine.ts';
import { TrainingError } from './errors.ts';
import type { Metric } from './metrics/metric.ts';

/** The loss and the metrics of a model on some rows, at the current parameters. */
export interface Scores {
  readonly loss: number;
  readonly metrics: Readonly<Record<string, number>>;
}

/** Loss and metrics as one program. */
export interface Evaluation {
  readonly fields: readonly InputField[];
  /** Gives the function that evaluates these rows, as often as wanted. */
  on(data: Dataset, rows: Int32Array): () => Scores;
}

/**
 * Lowers loss and metrics once.
 * @throws TrainingError if a metric is none, or needs an unnamed input that the loss does not have.
 */
export function evaluation(loss: Node, metrics: Readonly<Record<string, Metric>>, engine: EngineOptions): Evaluation {
  const entries = Object.entries(metrics);
  for (const [name, metric] of entries)
    check(
      typeof metric === 'object' &&
        metric !== null &&
        Array.isArray(metric.outputs) &&
        typeof metric.value === 'function',
      `metrics.${name}`,
      metric,
      'a metric such as accuracy(probability, label)',
    );
  checkInputs(
    loss,
    entries.flatMap(([, { outputs }]) => outputs),
  );
  const program = lower([meanBatch(loss), entries.map(([, { outputs }]) => outputs)]);
  const machine = machineFor(program, engine);
  const isUniform = Array.from(program.outputs, (id) => program.rank[id] === 0);
  return {
    fields: program.fields,
    on: (data, rows) => {
      const columns = columnsFor(program.fields, data);
      const results = isUniform.map((_, i) => new Float64Array(i === 0 ? 1 : rows.length));
      return () => {
        machine.run(columns, rows.length, results, rows);
        results.forEach((result, i) => {
          if (isUniform[i]) result.fill(result[0] as number);
        });
        let next = 1;
        const values = entries.map(([name, metric]) => {
          const own = results.slice(next, next + metric.outputs.length);
          next += own.length;
          return [name, metric.value(own)] as const;
        });
        return { loss: (results[0] as Float64Array)[0] as number, metrics: Object.fromEntries(values) };
      };
    },
  };
}

/** An unnamed input is named by its place in a graph: in a metric alone it might get another's name. */
function checkInputs(loss: Node, outputs: readonly Node[]): void {
  const known = new Set(topologicalOrder([loss]).nodes);
  for (const node of topologicalOrder(outputs).nodes)
    if (node.kind === 'input' && node.name === undefined && !known.has(node))
      throw new TrainingError('A metric needs an unnamed input that the loss does not have. Name it: input("…").');
}
