import type { Initializer } from './initializer.ts';
import { normalOfVariance, uniformOfVariance, type Variance } from './variance.ts';

const variance: Variance = (fanIn) => 1 / fanIn;

/**
 * Uniform in ±√(3 / fan in): variance 1 / fan in, so that
 * the sums of a layer have the variance of its inputs. LeCun, Bottou,
 * Orr & Müller, "Efficient BackProp", 1998.
 * @example linear([x, y], 3, { initializer: lecunUniform() })
 */
export function lecunUniform(): Initializer {
  return uniformOfVariance(variance);
}

/**
 * Normal with mean 0 and variance 1 / fan in, so that
 * the sums of a layer have the variance of its inputs. LeCun, Bottou,
 * Orr & Müller, "Efficient BackProp", 1998.
 * @example linear([x, y], 3, { initializer: lecunNormal() })
 */
export function lecunNormal(): Initializer {
  return normalOfVariance(variance);
}
