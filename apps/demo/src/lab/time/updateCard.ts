import { gradient, interpreter, lower, meanBatch, type Node, type Parameter } from '@chainrule/core';
import { NonFiniteError } from '@chainrule/training';
import { columnsBySlot } from '../data/columnsBySlot.ts';
import { numberText } from '../graph/numberText.ts';
import { planned } from '../graph/planned.ts';
import type { Runner } from '../run/runner.ts';
import type { Session } from '../run/session.ts';
import type { OptimizerName } from '../state/labState.ts';
import type { Card } from './card.ts';
import { bracketed } from './spell.ts';

/** What an optimizer does to a parameter w with derivative g, in its own terms. */
const rules: Readonly<Record<OptimizerName, (rate: string) => readonly string[]>> = {
  sgd: (rate) => [`w ← w − ${rate} · g`],
  momentum: (rate) => ['m ← 0.9 · m + g', `w ← w − ${rate} · m`],
  adam: (rate) => [
    'm ← 0.9 · m + 0.1 · g,  v ← 0.999 · v + 0.001 · g²',
    `w ← w − ${rate} · m̂ / (√v̂ + ε), with m̂ and v̂ freed of their start at 0`,
  ],
  rmsprop: (rate) => ['v ← 0.99 · v + 0.01 · g²', `w ← w − ${rate} · g / (√v + ε)`],
  adagrad: (rate) => ['v ← v + g²', `w ← w − ${rate} · g / (√v + ε)`],
  lion: (rate) => [`w ← w − ${rate} · sign(0.9 · m + 0.1 · g)`, 'm ← 0.99 · m + 0.01 · g'],
};

/** What the step that a run stands before does to a parameter. */
export function updateCard(session: Session, runner: Runner, parameter: Parameter): Card {
  const { outline, plan } = planned(session);
  const at = plan.order.indexOf(parameter);
  const [key, title] = [outline.keys[at] as string, outline.names[at] as string];
  const { optimizer } = session.state.training;
  const index = plan.model.parameters.indexOf(parameter);
  const rows = runner.trainer.nextRows;
  const g = batchGradients(session, rows)[index] as number;
  const about = `Update: the step moves ${title} against its derivative g, the mean over the ${rows.length} samples of the batch.`;
  const rate = numberText(runner.trainer.learningRate);
  const lines = [...rules[optimizer](rate), `g = ${numberText(g)}`];
  const next = nextValues(session, runner);
  if (typeof next === 'string') return { key, title, about, lines: [...lines, next] };
  const before = parameter.value;
  const after = next[index] as number;
  if (optimizer === 'sgd')
    lines.push(`${title} ← ${numberText(before)} − ${rate} · ${bracketed(numberText(g))} = ${numberText(after)}`);
  lines.push(`${title}: ${numberText(before)} → ${numberText(after)}, a change of ${numberText(after - before)}`);
  return { key, title, about, lines };
}

type Gradients = (rows: Int32Array) => Float64Array;

const compiled = new WeakMap<Session, Gradients>();

/** The derivatives of a batch's loss with respect to the parameters. */
export function batchGradients(session: Session, rows: Int32Array): Float64Array {
  const its = compiled.get(session) ?? compileGradients(session);
  compiled.set(session, its);
  return its(rows);
}

function compileGradients({ model, data }: Session): Gradients {
  const program = lower(gradient<readonly Node[], Node>(meanBatch(model.loss), model.parameters));
  const machine = interpreter(program);
  const found = new Float64Array(model.parameters.length);
  const results = Object.freeze(Array.from(found, (_, i) => found.subarray(i, i + 1)));
  return (rows) => {
    machine.run(columnsBySlot(program, data.training, data), rows.length, results, rows);
    return found;
  };
}

const known = new WeakMap<
  Session,
  { readonly before: readonly number[]; readonly after: readonly number[] | string }
>();

/** The parameters after the next step, which the trainer makes and takes back; why it cannot be made, if so. */
function nextValues(session: Session, { trainer }: Runner): readonly number[] | string {
  const before = session.weights();
  const last = known.get(session);
  if (last?.before.every((value, i) => Object.is(value, before[i]))) return last.after;
  const here = trainer.state();
  let after: readonly number[] | string;
  try {
    trainer.step();
    after = session.weights();
  } catch (error) {
    if (!(error instanceof NonFiniteError)) throw error;
    after = error.message;
  }
  trainer.restore(here);
  known.set(session, { before, after });
  return after;
}
