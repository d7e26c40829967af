import type { Initializer } from './initializer.ts';
import { normalOfVariance, uniformOfVariance, type Variance } from './variance.ts';

const variance: Variance = (fanIn, fanOut) => 2 / (fanIn + fanOut);

/**
 * Uniform in ±√(6 / (fan in + fan out)): variance 2 / (fan in + fan out), so that
 * signals and gradients keep their size through tanh layers. Glorot & Bengio, "Understanding the
 * difficulty of training deep feedforward neural networks", 2010.
 * @example linear([x, y], 3, { initializer: glorotUniform() })
 */
export function glorotUniform(): Initializer {
  return uniformOfVariance(variance);
}

/**
 * Normal with mean 0 and variance 2 / (fan in + fan out), so that
 * signals and gradients keep their size through tanh layers. Glorot & Bengio, "Understanding the
 * difficulty of training deep feedforward neural networks", 2010.
 * @example linear([x, y], 3, { initializer: glorotNormal() })
 */
export function glorotNormal(): Initializer {
  return normalOfVariance(variance);
}
