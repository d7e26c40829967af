import { formula } from '../targets/formula.ts';
import { matrix } from './matrix.ts';

matrix([
  formula('text', 'expanded'),
  formula('text', 'named'),
  formula('LaTeX', 'expanded'),
  formula('LaTeX', 'named'),
  formula('MathML', 'expanded'),
  formula('MathML', 'named'),
]);
