import { twoOverPi } from '@chainrule/core/coefficients';
import { ofOne } from '../code/definition.ts';
import type { Language } from '../code/language.ts';
import type { Prelude } from '../elementary/prelude.ts';

/** Functions of the bits of a number. Powers of two are a table: building a float from its bits goes through memory, which stalls. */
export const javascriptPrelude = (language: Language): Prelude => ({
  powerOfTwo: () => [
    '// powers[k + 1022] is 2 ** k',
    'const powers = new Float64Array(2047);',
    'for (let i = 0, p = 2.2250738585072014e-308; i < 2047; i++, p *= 2) powers[i] = p;',
    ...ofOne(language, 'powerOfTwo', 'k', 'return powers[(k + 1022) | 0];'),
  ],
  exponentOf: () => [
    'const float = new Float64Array(1);',
    'const words = new Int32Array(float.buffer);',
    '// the k for which x / 2 ** k lies between the roots of 1/2 and 2',
    ...ofOne(
      language,
      'exponentOf',
      'x',
      'const small = x < 2.2250738585072014e-308;',
      'float[0] = small ? x * 18014398509481984 : x;',
      'return ((words[1] + 614242) >> 20) - (small ? 1077 : 1023);',
    ),
  ],
  isNegative: () => ofOne(language, 'isNegative', 'x', 'return (x || 1 / x) < 0 ? 1 : 0;'),
  twoOverPi: () => [
    language.table('digits', twoOverPi, 'numbers'),
    ...ofOne(language, 'twoOverPi', 'i', 'return digits[i | 0];'),
  ],
});
