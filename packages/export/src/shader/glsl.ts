import { type Dialect, shared } from './dialect.ts';

/** GLSL ES 3.00, the language of WebGL 2; names of its own begin with `prefix`. */
export function glsl(prefix: string): Dialect {
  // not `? :`, each of which is a branch that drivers take long to compile
  const choose = (condition: string, a: string, b: string): string => `mix(${b}, ${a}, ${condition})`;
  const type = (size: number | undefined): string => (size === undefined ? 'float' : `float[${size}]`);
  const typed = (name: string, size: number | undefined): string => `${type(size)} ${name}`;
  const head: Dialect['head'] = (name, parameters, size) => `${type(size)} ${name}(${parameters.join(', ')})`;
  const { define, ...common } = shared('toGlsl', prefix, { choose, type, typed, head });
  const { number } = common;
  const ofOne = (name: string, ...body: string[]): readonly string[] => define(name, ['x'], ...body);
  const ofBits = (name: string, bits: string): readonly string[] =>
    define(name, [], `  return uintBitsToFloat(${bits});`);
  return {
    ...common,
    artefact: 'A network as a GLSL ES 3.00 function',
    first: ['precision highp float;', 'precision highp int;', ''],
    variables: (names) => (names.length === 0 ? undefined : `float ${names.join(', ')}`),
    constant: (name, value) => `float ${name} = ${value}`,
    variable: (name, value) => `float ${name} = ${value}`,
    loop: (name, from, to) => `for (int ${name} = ${from}; ${name} < ${to}; ${name}++)`,
    table: (name, values) =>
      `${typed(name, values.length)} = ${type(values.length)}(${values.map(number).join(', ')});`,
    declare: '',
    global: (name, value) => `const float ${name} = ${value};`,
    prelude: {
      isNan: () => ofOne('isNan', '  return (floatBitsToUint(x) & 0x7fffffffu) > 0x7f800000u ? 1.0 : 0.0;'),
      isNegative: () => ofOne('isNegative', '  return (floatBitsToUint(x) >> 31) == 1u ? 1.0 : 0.0;'),
      powerOfTwo: () => ofOne('powerOfTwo', '  return intBitsToFloat((int(x) + 127) << 23);'),
      exponentOf: () =>
        ofOne(
          'exponentOf',
          '  bool small = x < 1.1754944e-38;',
          '  int bits = floatBitsToInt(small ? x * 16777216.0 : x);',
          '  return float(((bits + 4913933) >> 23) - (small ? 151 : 127));',
        ),
      nan: () => ofBits('nan', '0x7fc00000u'),
      infinity: () => ofBits('infinity', '0x7f800000u'),
    },
  };
}
