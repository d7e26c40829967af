import { type Data, input, lower, type Node, type Outputs } from '@chainrule/core';
import { ExportError, toGlsl, toWgsl } from '@chainrule/export';
import { add } from '@chainrule/ops';
import type { Page } from 'playwright-core';
import { closePage, openPage } from '../browser.ts';
import { type Net, rowsOf } from '../nets/net.ts';
import { type Job, runGlsl } from '../webgl.ts';
import { runWgsl } from '../webgpu.ts';
import { inTurn } from './inTurn.ts';
import type { Check, Target } from './target.ts';

/** A shading language and what runs it. */
interface Language {
  readonly name: string;
  print(outputs: Outputs, options?: { vectors?: { count?: number; rows?: Data | undefined } }): string;
  run(page: Page, job: Job): Promise<readonly number[]>;
  /** All of a shader around the printed text: `arguments` are those of the network, each a list of slots. */
  harness(text: string, slots: readonly (readonly number[] | number)[], job: Omit<Job, 'code' | 'numbers'>): string;
  /** A shader that gives what the text's own test says, and its bound. */
  selfTest(text: string): string;
}

/** Shaders in 32-bit floats, run by Chromium. */
function shader({ name, print, run, harness, selfTest }: Language): Target {
  return {
    name,
    bound: 1e-5,
    unit: 2 ** -21,
    rounded: Math.fround,
    // compilers of shaders may take x * x / x for x, so that there is no NaN at 0
    extremes: [Number.NaN],
    tools: ['chromium'],
    leavesOut: (net) => {
      try {
        print(net.outputs);
        return undefined;
      } catch (error) {
        if (error instanceof ExportError) return error.message;
        throw error;
      }
    },
    print: (outputs) => print(outputs),
    run: async (nets) => {
      const page = await openPage();
      const all: Float64Array[][] = [];
      for (const net of nets)
        all.push(
          await resultsOf(net, (job) =>
            run(page, { ...job, code: harness(print(net.outputs), argumentsOf(net), job) }),
          ),
        );
      return all;
    },
    selfTests: inTurn(async ({ net, edit = (text) => text }: Check) => {
      const text = edit(print(net.outputs, { vectors: { rows: rowsOf(net) } }));
      const code = selfTest(text);
      const [error, bound] = await run(await openPage(), { code, rows: 1, slots: 0, numbers: [], count: 2 });
      return { error: error as number, bound: bound as number };
    }),
    names: inTurn(async (outputs: Outputs) => {
      const text = print(outputs, { vectors: { count: 1 } });
      // no name is in the text: with others it is the same, but for the hash of the graph
      const { fields } = lower(outputs);
      const others = fields.map((_, i) => add(input(`other${i}`), 1) as Node);
      const places = new Map(fields.map((field, i) => [field.name, i]));
      const results = Object.keys(outputs as object).map((key) => others[places.get(key) as number] as Node);
      const plain = print(Object.fromEntries(results.map((node, i) => [`result${i}`, node])), {
        vectors: { count: 1 },
      });
      const withoutHash = (its: string): string => its.replace(/Graph \w+:/, 'Graph:');
      if (withoutHash(text) !== withoutHash(plain)) throw new Error('The text depends on names.');
      await run(await openPage(), { code: selfTest(text), rows: 1, slots: 0, numbers: [], count: 2 });
      return { inputs: fields.map((field) => field.name), outputs: Object.keys(outputs as object) };
    }),
    close: closePage,
  };
}

const argumentsOf = ({ outputs }: Net): readonly (readonly number[] | number)[] =>
  lower(outputs).fields.map(({ size, slot }) =>
    size === undefined ? slot : Array.from({ length: size }, (_, i) => slot + i),
  );

async function resultsOf(
  { outputs, columns }: Net,
  run: (job: Omit<Job, 'code'>) => Promise<readonly number[]>,
): Promise<Float64Array[]> {
  const rows = columns[0]?.length ?? 1;
  const { length: count } = lower(outputs).outputs;
  const numbers = Array.from({ length: rows }, (_, row) => columns.map((column) => column[row] as number)).flat();
  const results = await run({ rows, slots: columns.length, numbers, count });
  return Array.from({ length: count }, (_, i) =>
    Float64Array.from({ length: rows }, (__, row) => results[row * count + i] as number),
  );
}

const argumentText = (slots: readonly (readonly number[] | number)[], array: (size: number) => string): string =>
  slots
    .map((its) => {
      const read = (slot: number): string => `number(row, ${slot})`;
      return typeof its === 'number' ? read(its) : `${array(its.length)}(${its.map(read).join(', ')})`;
    })
    .join(', ');

export const glsl = shader({
  name: 'GLSL',
  print: toGlsl,
  run: runGlsl,
  harness: (text, slots, { count }) => `${text}
uniform sampler2D numbers;
float number(int row, int slot) { return texelFetch(numbers, ivec2(slot, row), 0).r; }
out vec4 color;
void main() {
  int row = int(gl_FragCoord.y);
  int i = int(gl_FragCoord.x);
  ${count === 1 ? 'float' : `float[${count}]`} y = model_predict(${argumentText(slots, (size) => `float[${size}]`)});
  color = vec4(${count === 1 ? 'y' : 'y[i]'}, 0, 0, 1);
}
`,
  selfTest: (text) => `${text}
out vec4 color;
void main() { color = vec4(int(gl_FragCoord.x) == 0 ? model_self_test() : model_bound, 0, 0, 1); }
`,
});

export const wgsl = shader({
  name: 'WGSL',
  print: toWgsl,
  run: runWgsl,
  harness: (text, slots, job) => `${text}
@group(0) @binding(0) var<storage, read> given: array<f32>;
@group(0) @binding(1) var<storage, read_write> taken: array<f32>;
fn number(row: u32, slot: u32) -> f32 { return given[row * ${job.slots} + slot]; }
@compute @workgroup_size(1) fn main(@builtin(global_invocation_id) id: vec3u) {
  let row = id.x;
  var y = model_predict(${argumentText(slots, (size) => `array<f32, ${size}>`)});
  taken[row * ${job.count} + id.y] = ${job.count === 1 ? 'y' : 'y[id.y]'} ${job.slots === 0 ? '+ 0 * given[0]' : ''};
}
`,
  selfTest: (text) => `${text}
@group(0) @binding(0) var<storage, read> given: array<f32>;
@group(0) @binding(1) var<storage, read_write> taken: array<f32>;
@compute @workgroup_size(1) fn main(@builtin(global_invocation_id) id: vec3u) {
  taken[0] = model_self_test() + 0 * given[0];
  taken[1] = model_bound;
}
`,
});
