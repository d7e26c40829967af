// Changes in model files, at any place, by any value.
import type { RandomGenerator } from '../index.ts';
import type { Json } from './modelFile.ts';

const strange: readonly Json[] = [
  null,
  true,
  false,
  0,
  1,
  -1,
  2,
  0.5,
  -0,
  1e9,
  1e300,
  4294967296,
  2 ** 53,
  '',
  '0',
  'NaN',
  '-Infinity',
  'add',
  'sigmoid',
  'argument',
  'input',
  '__proto__',
  'constructor',
  'toString',
  '\u202e\ud800',
  'x'.repeat(1000),
  [],
  {},
  [[]],
  [0],
  ['constant', 1],
  ['exp', 0],
  ['sigmoid', 0],
  { length: 3 },
  { length: { toString: 1 } },
  { toString: 1 },
  { nodes: [], results: [] },
  { nodes: [['argument', 0]], results: [0] },
  { form: 'infix', symbol: '//', precedence: 'sum' },
];

interface Place {
  readonly holder: Json[] | { [key: string]: Json };
  readonly key: string;
}

/** All places of a document. */
function places(document: Json): Place[] {
  const found: Place[] = [];
  const stack: Json[] = [document];
  while (stack.length > 0) {
    const holder = stack.pop();
    if (typeof holder !== 'object' || holder === null) continue;
    for (const key of Object.keys(holder)) {
      found.push({ holder, key });
      stack.push((holder as { [key: string]: Json })[key] as Json);
    }
  }
  return found;
}

const put = ({ holder, key }: Place, value: Json): void => {
  Object.defineProperty(holder, key, { value, enumerable: true, writable: true, configurable: true });
};

/** Changes one place of a document. */
/** Changes one place of a document. */
export function mutate(document: Json, generator: RandomGenerator): void {
  const all = places(document);
  const any = <T>(list: readonly T[]): T => list[generator.integer(list.length)] as T;
  if (all.length === 0) return;
  const place = any(all);
  const { holder, key } = place;
  const value = (holder as { [key: string]: Json })[key] as Json;
  const other = any(all);
  const mutations: readonly (() => unknown)[] = [
    () => put(place, structuredClone(any(strange))),
    () => (Array.isArray(holder) ? holder.splice(Number(key), 1) : delete (holder as { [key: string]: Json })[key]),
    () =>
      Array.isArray(holder)
        ? holder.splice(Number(key), 0, structuredClone(value))
        : put({ holder, key: `${key}'2` }, structuredClone(value)),
    () => put(place, structuredClone((other.holder as { [key: string]: Json })[other.key] as Json)),
    () =>
      !Array.isArray(holder) &&
      put({ holder, key: any(['__proto__', 'constructor', 'log', 'name', '0']) }, structuredClone(value)),
    () => put(place, typeof value === 'number' ? value + any([-1, 1, 2, 100, 1e6]) : [value]),
    () =>
      put(place, typeof value === 'string' ? any(['add', 'log', 'sigmoid', 'softplus', 'mean', 'argument']) : value),
    () => Array.isArray(holder) && holder.reverse(),
  ];
  any(mutations)();
}
