import { type Dialect, numberOf, shaderPrimitives } from './dialect.ts';

/** GLSL ES 3.00, the language of WebGL 2; names of its own begin with `prefix`. */
export function glsl(prefix: string): Dialect {
  const own = (name: string): string => `${prefix}_${name}`;
  const number = numberOf('toGlsl', own);
  // not `? :`, each of which is a branch that drivers take long to compile
  const choose = (condition: string, a: string, b: string): string => `mix(${b}, ${a}, ${condition})`;
  const type = (size: number | undefined): string => (size === undefined ? 'float' : `float[${size}]`);
  const typed = (name: string, size: number | undefined): string => `${type(size)} ${name}`;
  const head: Dialect['head'] = (name, parameters, size) => `${type(size)} ${name}(${parameters.join(', ')})`;
  const ofOne = (name: string, ...body: string[]): readonly string[] => [
    `${head(own(name), [typed('x', undefined)], undefined)} {`,
    ...body,
    '}',
  ];
  const ofBits = (name: string, bits: string): readonly string[] => [
    `${head(own(name), [], undefined)} {`,
    `  return uintBitsToFloat(${bits});`,
    '}',
  ];
  return {
    artefact: 'A network as a GLSL ES 3.00 function',
    first: ['precision highp float;', 'precision highp int;', ''],
    number,
    primitives: shaderPrimitives(own, choose),
    end: ';',
    open: ' {',
    close: '}',
    comment: (text) => `// ${text}`,
    condition: (text) => `(${text})`,
    choose,
    equal: '==',
    unequal: '!=',
    variables: (names) => (names.length === 0 ? undefined : `float ${names.join(', ')}`),
    constant: (name, value) => `float ${name} = ${value}`,
    variable: (name, value) => `float ${name} = ${value}`,
    routine: (name, parameters) =>
      head(
        name,
        parameters.map(([parameter]) => typed(parameter, undefined)),
        undefined,
      ),
    loop: (name, from, to) => `for (int ${name} = ${from}; ${name} < ${to}; ${name}++)`,
    table: (name, values) =>
      `${typed(name, values.length)} = ${type(values.length)}(${values.map(number).join(', ')});`,
    own,
    native: { abs: 'abs', floor: 'floor' },
    type,
    typed,
    declare: '',
    head,
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
