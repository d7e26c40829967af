// Arithmetic

export { abs } from './abs.ts';
export { add } from './add.ts';
export { cbrt } from './cbrt.ts';
export { clamp } from './clamp.ts';
export { cube } from './cube.ts';
export { divide } from './divide.ts';
export { hypot } from './hypot.ts';
export { lerp } from './lerp.ts';
export { max } from './max.ts';
export { min } from './min.ts';
export { mod } from './mod.ts';
export { multiply } from './multiply.ts';
export { negate } from './negate.ts';
export { power } from './power.ts';
export { reciprocal } from './reciprocal.ts';
export { sign } from './sign.ts';
export { sqrt } from './sqrt.ts';
export { square } from './square.ts';
export { subtract } from './subtract.ts';

// Lists

export { dot } from './dot.ts';
export { logSumExp } from './logSumExp.ts';
export { maximum } from './maximum.ts';
export { mean } from './mean.ts';
export { minimum } from './minimum.ts';
export { norm } from './norm.ts';
export { product } from './product.ts';
export { standardDeviation } from './standardDeviation.ts';
export { sum } from './sum.ts';
export { sumOfSquares } from './sumOfSquares.ts';
export { variance } from './variance.ts';

// Exponentials and logarithms

export { exp } from './exp.ts';
export { exp2 } from './exp2.ts';
export { expm1 } from './expm1.ts';
export { log } from './log.ts';
export { log1p } from './log1p.ts';
export { log2 } from './log2.ts';
export { log10 } from './log10.ts';
export { logAddExp } from './logAddExp.ts';
export { logit } from './logit.ts';
export { logSigmoid } from './logSigmoid.ts';
export { xlogy } from './xlogy.ts';

// Trigonometry

export { acos } from './acos.ts';
export { acosh } from './acosh.ts';
export { asin } from './asin.ts';
export { asinh } from './asinh.ts';
export { atan } from './atan.ts';
export { atan2 } from './atan2.ts';
export { atanh } from './atanh.ts';
export { cos } from './cos.ts';
export { cosh } from './cosh.ts';
export { degrees } from './degrees.ts';
export { radians } from './radians.ts';
export { sin } from './sin.ts';
export { sinh } from './sinh.ts';
export { tan } from './tan.ts';

// Comparisons and choices: 1 or 0

export { and } from './and.ts';
export { equal } from './equal.ts';
export { greater } from './greater.ts';
export { greaterOrEqual } from './greaterOrEqual.ts';
export { less } from './less.ts';
export { lessOrEqual } from './lessOrEqual.ts';
export { not } from './not.ts';
export { notEqual } from './notEqual.ts';
export { or } from './or.ts';
export { select } from './select.ts';

// Rounding

export { ceil } from './ceil.ts';
export { floor } from './floor.ts';
export { fraction } from './fraction.ts';
export { round } from './round.ts';
export { trunc } from './trunc.ts';

// Probability

export { erf } from './erf.ts';
export { gaussian } from './gaussian.ts';
export { normalCdf } from './normalCdf.ts';

// Activations

export { celu } from './celu.ts';
export { elu } from './elu.ts';
export { gelu } from './gelu.ts';
export { geluTanh } from './geluTanh.ts';
export { hardSigmoid } from './hardSigmoid.ts';
export { hardSwish } from './hardSwish.ts';
export { hardshrink } from './hardshrink.ts';
export { hardTanh } from './hardTanh.ts';
export { leakyRelu } from './leakyRelu.ts';
export { mish } from './mish.ts';
export { prelu } from './prelu.ts';
export { relu } from './relu.ts';
export { relu6 } from './relu6.ts';
export { selu } from './selu.ts';
export { sigmoid } from './sigmoid.ts';
export { silu, silu as swish } from './silu.ts';
export { softplus } from './softplus.ts';
export { softshrink } from './softshrink.ts';
export { softsign } from './softsign.ts';
export { step } from './step.ts';
export { tanh } from './tanh.ts';
export { tanhshrink } from './tanhshrink.ts';

// Types

export type { Variadic } from './primitive.ts';
