import { twoOverPi } from '@chainrule/core/coefficients';
import { ofOne } from '../code/definition.ts';
import type { Language } from '../code/language.ts';
import type { Prelude } from '../elementary/prelude.ts';

/** Functions that look at the parts of a float, or that raise in Python where IEEE 754 has a value. */
export const pythonPrelude = (language: Language): Prelude => ({
  powerOfTwo: () => [
    '_POWERS = [math.ldexp(1.0, k) for k in range(-1022, 1024)] + [math.inf]',
    '',
    '',
    ...ofOne(language, 'powerOfTwo', 'k', 'return _POWERS[int(k) + 1022]'),
  ],
  exponentOf: () => [
    '# the k for which x / 2 ** k lies between the roots of 1/2 and 2',
    ...ofOne(
      language,
      'exponentOf',
      'x',
      'm, k = math.frexp(x)',
      'return float(k) if m >= 0.7071065902709961 else k - 1.0',
    ),
  ],
  isNegative: () => ofOne(language, 'isNegative', 'x', 'return math.copysign(1.0, x) < 0.0'),
  twoOverPi: () => [
    language.table('_DIGITS', twoOverPi, 'numbers'),
    '',
    '',
    ...ofOne(language, 'twoOverPi', 'i', 'return _DIGITS[int(i)]'),
  ],
  floor: () => ofOne(language, 'floor', 'x', 'return x // 1.0 if -math.inf < x < math.inf else x'),
  sqrt: () => ofOne(language, 'sqrt', 'x', 'return math.sqrt(x) if x >= 0.0 else math.nan'),
  divide: () => [
    'def _divide(a, b):',
    '  if b != 0.0: return a / b',
    '  if a == 0.0 or a != a: return math.nan',
    '  return math.copysign(math.inf, a) * math.copysign(1.0, b)',
  ],
});
