import { build } from './src/build.ts';
import { constant, simplify, primitives } from './src/index.ts';
import * as o from './src/testing/vocabulary.ts';
console.log(build(primitives.negate, [constant(0)]).kind);
console.log(build(primitives.log, [o.sigmoid(0)]).args[0].args[0].kind);
console.log(simplify(o.negate(constant(0))).kind, simplify(o.log(o.sigmoid(0))).args[0].args[0].kind);
