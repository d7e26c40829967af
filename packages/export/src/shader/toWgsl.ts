import type { Outputs } from '@chainrule/core';
import { type ShaderOptions, shaderText } from './shaderText.ts';
import { wgsl } from './wgsl.ts';

/**
 * A small network as WGSL functions in 32-bit floats: `model_predict(x0, x1, …)` takes an `f32` for each input in order, an array for one
 * with a size, and gives an `f32` or an array of all outputs; `model_self_test()` gives the largest error over the text's own test
 * vectors, to compare with `model_bound`. The elementary functions are its own, because WGSL promises little of its: a sine to
 * 2⁻¹¹. NaN and infinities go through on devices that have them; WGSL allows one to compute as if there were none, so 0 / 0 may be
 * any number.
 * @throws ExportError if the text has more than 30,000 characters, there are more than 255 inputs, or the name is none.
 * @example device.createShaderModule({ code: toWgsl(tone, { name: 'tone' }) + main });
 */
export function toWgsl(outputs: Outputs, options: ShaderOptions = {}): string {
  return shaderText(outputs, options, 'toWgsl', wgsl);
}
