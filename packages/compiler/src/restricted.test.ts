// Where code cannot be generated. A policy is for a whole process: each test starts one.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test, vi } from 'vitest';
import { type CorpusReport, type PlatformReport, platformReport } from './testing/report.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const run = promisify(execFile);

async function reportOf(flags: readonly string[], args: readonly string[] = []): Promise<PlatformReport> {
  const script = join(import.meta.dirname, 'testing/printReport.ts');
  const { stdout } = await run(process.execPath, [...flags, '--conditions=@chainrule/source', script, ...args]);
  return JSON.parse(stdout);
}

let here: PlatformReport;
let digests: CorpusReport['digests'];
beforeAll(() => {
  here = platformReport();
  digests = (here.interpreter as CorpusReport).digests;
});

test('here every engine runs the corpus with the same bits, and auto takes JavaScript and WebAssembly', () => {
  expect(Object.keys(digests).length).toBeGreaterThan(30);
  expect(new Set(Object.values(digests)).size).toBe(Object.keys(digests).length);
  expect(here).toEqual({
    auto: { engines: ['javascript', 'wasm'], digests },
    interpreter: { engines: ['interpreter'], digests },
    javascript: { engines: ['javascript'], digests },
    wasm: { engines: ['wasm'], digests },
  });
});

test('under --disallow-code-generation-from-strings auto takes WebAssembly alone, with the same bits', async () => {
  expect(await reportOf(['--disallow-code-generation-from-strings'])).toEqual({
    auto: { engines: ['wasm'], digests },
    interpreter: here.interpreter,
    javascript:
      "CompilerError: Engine 'javascript' cannot run here: Code generation from strings disallowed for this context. Choose engine 'auto' with precision 'f64'.",
    wasm: here.wasm,
  });
});

const missing =
  "CompilerError: Engine 'wasm' cannot run here: WebAssembly with SIMD is missing. Choose engine 'auto' with precision 'f64'.";

test('without WebAssembly auto takes JavaScript, and the interpreter for large programs, with the same bits', async () => {
  expect(await reportOf([], ['--without-wasm'])).toEqual({
    auto: { engines: ['interpreter', 'javascript'], digests },
    interpreter: here.interpreter,
    javascript: here.javascript,
    wasm: missing,
  });
});

test('without both the interpreter is left, with the same bits', async () => {
  const report = await reportOf(['--disallow-code-generation-from-strings'], ['--without-wasm']);
  expect(report.auto).toEqual(here.interpreter);
  expect([report.javascript, report.wasm]).toEqual([expect.stringContaining('CompilerError'), missing]);
});
