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

/** A formula for a page: the MathML if its shape is new, and its numbers. */
export interface Formula {
  readonly shape: number;
  readonly text: string | undefined;
  readonly slots: readonly string[];
  /** How many rows are left out for length. */
  readonly left: number;
}

const shapes = new WeakMap<Session, { shape: string; id: number }>();
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
  const { shape, slots } = slotted(text);
  const before = shapes.get(session);
  const now = before?.shape === shape ? before : { shape, id: ++last };
  shapes.set(session, now);
  return { shape: now.id, text: now.id === known ? undefined : text, slots, left };
}

/** The whole formula to be copied. */
export function formulaText(
  session: Session,
  { choice, parameter, form }: { choice: FormulaChoice; parameter: number; form: 'LaTeX' | 'text' },
): string {
  const print = form === 'LaTeX' ? toLatex : toText;
  return print(formulaOutputs(session, choice, parameter), options(choice));
}
