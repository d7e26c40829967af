import { toLatex, toMathML, toText } from '@chainrule/export';
import { nodeKeys } from '../linking/nodeKeys.ts';
import type { Session } from '../run/session.ts';
import { fitting } from './fitting.ts';
import type { FormulaChoice } from './formulaChoice.ts';
import { formulaOutputs } from './formulaOutputs.ts';
import { slotted } from './slots.ts';
import { styled } from './styled.ts';

/** What is asked for: a formula, and which shape of it the page has already. */
export interface FormulaQuestion {
  readonly choice: FormulaChoice;
  /** The parameter that a gradient is by. */
  readonly parameter: number;
  readonly known: number;
}

/** A formula for a page: the MathML if its shape is new, the rows of it that are new, or neither; and its numbers. */
export interface Formula {
  readonly shape: number;
  readonly text?: string;
  /** Rows to be put in the place of those that the page has. */
  readonly rows?: readonly Row[];
  readonly slots: readonly string[];
  /** How many rows are left out for length. */
  readonly left: number;
}

/** A row of a formula, counted from the first. */
export interface Row {
  readonly place: number;
  readonly text: string;
}

interface Shape {
  readonly id: number;
  readonly rows: readonly string[];
}

const shapes = new WeakMap<Session, Shape>();
let last = 0;

/** In larger networks only neurons, inputs and parameters have keys in the formula. */
const smallNetwork = 300;

const options = ({ lines, digits, names, expanded }: FormulaChoice) =>
  ({
    digits: digits > 16 ? Number.POSITIVE_INFINITY : digits,
    parameters: names ? 'names' : 'values',
    steps: lines === 'every' ? 'every' : 'shared',
    ops: expanded ? 'expanded' : 'named',
  }) as const;

/** The formula of a session as it is now. */
export function formula(session: Session, { choice, parameter, known }: FormulaQuestion): Formula {
  const keys = nodeKeys(session.model);
  const isSmall = keys.size <= smallNetwork;
  const whole = toMathML(formulaOutputs(session, choice, parameter), {
    ...options(choice),
    mark: (node) => {
      const key = keys.get(node);
      return isSmall || key?.startsWith('node:') === false ? key : undefined;
    },
  });
  const { text, left } = fitting(styled(whole));
  const { slots } = slotted(text);
  const lines = text.split('\n');
  const rows = lines.map((line) => slotted(line).shape);
  const before = shapes.get(session);
  const changed = before === undefined ? undefined : changedRows(before.rows, rows);
  const isSame = before !== undefined && changed?.length === 0;
  const shape = isSame ? before : { id: ++last, rows };
  shapes.set(session, shape);
  const about = { shape: shape.id, slots, left };
  if (before === undefined || before.id !== known || changed === undefined) return { ...about, text };
  if (isSame) return about;
  return { ...about, rows: changed.map((place) => ({ place: place - 1, text: lines[place] as string })) };
}

/** The places of rows that differ, undefined if there is more to it: the table has another start, or as many rows no more. */
function changedRows(before: readonly string[], after: readonly string[]): number[] | undefined {
  if (before.length !== after.length) return undefined;
  const changed = after.flatMap((row, i) => (row === before[i] ? [] : [i]));
  const isWithin = changed.every((i) => i > 0 && i < after.length - 1 && after[i]?.startsWith('<mtr>'));
  return isWithin && changed.length <= after.length / 2 ? changed : undefined;
}

/** The whole formula to be copied. */
export function formulaText(
  session: Session,
  { choice, parameter, form }: { choice: FormulaChoice; parameter: number; form: 'LaTeX' | 'text' },
): string {
  const print = form === 'LaTeX' ? toLatex : toText;
  return print(formulaOutputs(session, choice, parameter), options(choice));
}
