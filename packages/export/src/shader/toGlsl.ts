import type { Outputs } from '@chainrule/core';
import { glsl } from './glsl.ts';
import { type ShaderOptions, shaderText } from './shaderText.ts';

/**
 * A small network as functions in GLSL ES 3.00, the language of WebGL 2, in 32-bit floats: `model_predict(x0, x1, …)` takes a `float` for
 * each input in order, an array for one with a size, and gives a `float` or an array of all outputs; `model_self_test()` gives the
 * largest error over the text's own test vectors, to compare with `model_bound`. The text goes below `#version 300 es`. The elementary
 * functions are its own, because GLSL promises nothing of its. NaN and infinities go through on devices that have them.
 * @throws ExportError if the text has more than 30,000 characters, there are more than 255 inputs, or the name is none.
 * @example const fragment = `#version 300 es\n${toGlsl(tone, { name: 'tone' })}\n${main}`;
 */
export function toGlsl(outputs: Outputs, options: ShaderOptions = {}): string {
  return shaderText(outputs, options, 'toGlsl', glsl);
}
