import { glsl, wgsl } from '../targets/shaders.ts';
import { matrix } from './matrix.ts';

matrix([glsl, wgsl]);
