import { onnx } from '../targets/onnx.ts';
import { matrix } from './matrix.ts';

matrix([
  onnx('f32', { bound: 1e-5, unit: 2 ** -23, rounded: Math.fround }),
  onnx('f64', { bound: 1e-14, unit: 2 ** -52 }),
]);
