import type { Initializer } from './initializer.ts';
import { normalOfVariance, uniformOfVariance, type Variance } from './variance.ts';

const variance: Variance = (fanIn) => 2 / fanIn;

/**
 * Uniform in ±√(6 / fan in): variance 2 / fan in, so that
 * signals keep their size through relu layers. He, Zhang, Ren & Sun, "Delving deep
 * into rectifiers", 2015.
 * @example linear([x, y], 3, { initializer: heUniform() })
 */
export function heUniform(): Initializer {
  return uniformOfVariance(variance);
}

/**
 * Normal with mean 0 and variance 2 / fan in, so that
 * signals keep their size through relu layers. He, Zhang, Ren & Sun, "Delving deep
 * into rectifiers", 2015.
 * @example linear([x, y], 3, { initializer: heNormal() })
 */
export function heNormal(): Initializer {
  return normalOfVariance(variance);
}
