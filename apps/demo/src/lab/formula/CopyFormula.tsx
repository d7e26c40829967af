import { CopyButton } from '../linking/CopyButton.tsx';
import { ask } from '../store.ts';
import type { FormulaChoice } from './formulaChoice.ts';

/** Copies the whole formula, as LaTeX or as text. */
export function CopyFormula({ choice, parameter }: { choice: FormulaChoice; parameter: number }) {
  return (
    <div class="formula-copy">
      {(['LaTeX', 'text'] as const).map((form) => (
        <CopyButton
          key={form}
          what={`The formula as ${form}`}
          text={() => ask('formulaText', { choice, parameter, form })}
        >
          Copy {form}
        </CopyButton>
      ))}
    </div>
  );
}
