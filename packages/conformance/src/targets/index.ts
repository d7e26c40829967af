import { c } from './c.ts';
import { formula } from './formula.ts';
import { javascript } from './javascript.ts';
import { onnx } from './onnx.ts';
import { pythonTarget } from './python.ts';
import { glsl, wgsl } from './shaders.ts';
import type { Target } from './target.ts';

/** The rows of the matrix. */
export const targets: readonly Target[] = [
  javascript('bundled', { bound: 0 }),
  javascript('Math', { bound: 1e-15, unit: 2 ** -52 }),
  c({}, { bound: 0 }),
  c({ functions: 'math.h' }, { bound: 1e-15, unit: 2 ** -52 }),
  c(
    { type: 'float' },
    {
      bound: 1e-6,
      unit: 2 ** -23,
      rounded: Math.fround,
      leavesOut: ({ random }) => (random ? 'its values do not fit into 32 bits' : undefined),
    },
  ),
  pythonTarget,
  formula('text', 'expanded'),
  formula('text', 'named'),
  formula('LaTeX', 'expanded'),
  formula('LaTeX', 'named'),
  formula('MathML', 'expanded'),
  formula('MathML', 'named'),
  onnx('f32', { bound: 1e-5, unit: 2 ** -23, rounded: Math.fround }),
  onnx('f64', { bound: 1e-14, unit: 2 ** -52 }),
  glsl,
  wgsl,
];
