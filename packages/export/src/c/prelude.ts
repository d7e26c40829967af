import { twoOverPi } from '@chainrule/core/coefficients';
import { ofOne } from '../code/definition.ts';
import type { Language } from '../code/language.ts';
import type { Prelude } from '../elementary/prelude.ts';

/** Functions of the bits of a double. */
export const cPrelude = (language: Language): Prelude => ({
  powerOfTwo: () =>
    ofOne(
      language,
      'powerOfTwo',
      'k',
      'union { uint64_t bits; double value; } u;',
      'u.bits = (uint64_t)((int64_t)k + 1023) << 52;',
      'return u.value;',
    ),
  exponentOf: () => [
    '/* the k for which x / 2^k lies between the roots of 1/2 and 2 */',
    ...ofOne(
      language,
      'exponentOf',
      'x',
      'const int small = x < 2.2250738585072014e-308;',
      'union { double value; uint64_t bits; } u;',
      'u.value = small ? x * 18014398509481984.0 : x;',
      'return (double)((int)(((uint32_t)(u.bits >> 32) + 614242u) >> 20) - (small ? 1077 : 1023));',
    ),
  ],
  isNegative: () => ofOne(language, 'isNegative', 'x', 'return signbit(x) ? 1.0 : 0.0;'),
  twoOverPi: () =>
    ofOne(language, 'twoOverPi', 'i', language.table('digits', twoOverPi, 'numbers'), 'return digits[(int)i];'),
});
