import type { Predictor } from '@chainrule/compiler';
import type { Node } from '@chainrule/core';
import { columnsOf } from '../data/columns.ts';
import type { Table } from '../data/labData.ts';
import { interpreted } from '../run/interpreted.ts';
import type { Session } from '../run/session.ts';
import { fetchedOnce } from '../worker/fetchedOnce.ts';

/** What hidden neurons say over the same field as the picture. */
export interface NeuronMaps {
  readonly layers: readonly MapLayer[];
  /** How many values a map has. */
  readonly length: number;
  /** Map after map, layer after layer; from 0 to 1, one half for zero. */
  readonly values: Float32Array;
}

interface MapLayer {
  /** Its place among the model's layers. */
  readonly layer: number;
  readonly title: string;
  /** How many neurons it has, and how many of them are shown. */
  readonly neurons: number;
  readonly shown: number;
}

/** Maps of a layer; wider ones are shown in part. */
const most = 32;

type Batch = (table: Table) => readonly Float64Array[];

interface Hidden {
  readonly layers: readonly MapLayer[];
  readonly nodes: readonly Node[];
  compiled?: Predictor<readonly Node[]>;
  interpreted?: Batch;
}

const known = new WeakMap<Session, Hidden>();
const compilers = fetchedOnce(() => import('@chainrule/compiler'));

/** The values of hidden neurons for the rows of a table; compiled once the run has started. */
export async function neuronMaps(session: Session, table: Table): Promise<NeuronMaps> {
  const hidden = known.get(session) ?? hiddenOf(session);
  known.set(session, hidden);
  const { layers, nodes } = hidden;
  const length = table.count;
  const values = new Float32Array(nodes.length * length);
  if (nodes.length === 0) return { layers, length, values };
  const batch = await batchOf(session, hidden);
  batch(table).forEach((column, i) => {
    const largest = column.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
    for (let k = 0; k < length; k++) values[i * length + k] = 0.5 + (column[k] as number) / (2 * largest);
  });
  return { layers, length, values };
}

function hiddenOf({ model }: Session): Hidden {
  const hidden = model.layers
    .map(({ text, nodes }, layer) => ({ text, nodes, layer }))
    .filter(({ text, layer }) => text.kind === 'linear' && layer < model.layers.length - 1);
  return {
    layers: hidden.map(({ text, nodes, layer }, i) => ({
      layer,
      title: `Layer ${i + 1}${text.kind === 'linear' && text.activation !== undefined ? `, ${text.activation}` : ''}`,
      neurons: nodes.length,
      shown: Math.min(nodes.length, most),
    })),
    nodes: hidden.flatMap(({ nodes }) => nodes.slice(0, most)),
  };
}

async function batchOf(session: Session, hidden: Hidden): Promise<Batch> {
  const { nodes } = hidden;
  if (session.started !== undefined) {
    const { compile } = await compilers();
    hidden.compiled ??= compile<readonly Node[]>(nodes);
    const { batch } = hidden.compiled;
    return (table) => batch(columnsOf(session.data, table)) as readonly Float64Array[];
  }
  hidden.interpreted ??= interpreted(nodes, session.data);
  return hidden.interpreted;
}
