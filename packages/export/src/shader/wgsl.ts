import { type Dialect, shared } from './dialect.ts';

/** WGSL; names of its own begin with `prefix`. */
export function wgsl(prefix: string): Dialect {
  const choose = (condition: string, a: string, b: string): string => `select(${b}, ${a}, ${condition})`;
  const type = (size: number | undefined): string => (size === undefined ? 'f32' : `array<f32, ${size}>`);
  const typed = (name: string, size: number | undefined): string => `${name}: ${type(size)}`;
  const head: Dialect['head'] = (name, parameters, size) => `fn ${name}(${parameters.join(', ')}) -> ${type(size)}`;
  const { define, ...common } = shared('toWgsl', prefix, { choose, type, typed, head });
  const { number } = common;
  const ofOne = (name: string, ...body: string[]): readonly string[] => define(name, ['x'], ...body);
  // as a variable: a constant that is no number does not compile
  const ofBits = (name: string, bits: string): readonly string[] =>
    define(name, [], `  var bits = ${bits};`, '  return bitcast<f32>(bits);');
  return {
    ...common,
    artefact: 'A network as a WGSL function',
    first: [],
    variables: (names) =>
      names.length === 0 ? undefined : names.map((name) => `var ${typed(name, undefined)}`).join('; '),
    constant: (name, value) => `let ${name} = ${value}`,
    variable: (name, value) => `var ${name} = ${value}`,
    loop: (name, from, to) => `for (var ${name} = ${from}; ${name} < ${to}; ${name}++)`,
    table: (name, values) => `var ${name} = ${type(values.length)}(${values.map(number).join(', ')});`,
    declare: 'var ',
    global: (name, value) => `const ${name}: f32 = ${value};`,
    prelude: {
      isNan: () => ofOne('isNan', '  return select(0.0, 1.0, (bitcast<u32>(x) & 0x7fffffffu) > 0x7f800000u);'),
      isNegative: () => ofOne('isNegative', '  return select(0.0, 1.0, (bitcast<u32>(x) >> 31u) == 1u);'),
      powerOfTwo: () => ofOne('powerOfTwo', '  return bitcast<f32>((i32(x) + 127) << 23u);'),
      exponentOf: () =>
        ofOne(
          'exponentOf',
          '  let small = x < 1.1754944e-38;',
          '  let bits = bitcast<i32>(select(x, x * 16777216.0, small));',
          '  return f32(((bits + 4913933) >> 23u) - select(127, 151, small));',
        ),
      nan: () => ofBits('nan', '0x7fc00000u'),
      infinity: () => ofBits('infinity', '0x7f800000u'),
    },
  };
}
