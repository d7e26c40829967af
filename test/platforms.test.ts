// The corpus of the compiler on other platforms: older and newer Nodes, and Chromium, in pages and workers, with and without a
// policy that forbids to generate code. All must have the bits of this Node. Where one is missing the test says so; on a
// machine that checks the whole workspace (CI) it fails.
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { type CorpusReport, type PlatformReport, platformReport } from '../packages/compiler/src/testing/report.ts';
import { bundle } from './platforms/bundle.ts';
import { chromium, open } from './platforms/chromium.ts';
import type { PageReport } from './platforms/pageReport.ts';

const run = promisify(execFile);
const folder = join(import.meta.dirname, 'platforms');

let here: PlatformReport;
let digests: CorpusReport['digests'];
beforeAll(() => {
  here = platformReport();
  digests = (here.interpreter as CorpusReport).digests;
});

/** Leaves a test out and prints the reason. */
function leaveOut({ skip }: TestContext, reason: string): never {
  console.warn(reason);
  return skip(reason);
}

/** The same for what could be there; where everything is to be checked, it is a failure. */
function without(context: TestContext, reason: string): never {
  if (process.env['CI']) throw new Error(reason);
  return leaveOut(context, reason);
}

describe('Node', () => {
  const work = mkdtempSync(join(tmpdir(), 'platforms-'));
  const script = join(work, 'report.mjs');
  const isThere = process.platform === 'linux' && process.arch === 'x64';
  let trouble: string | undefined;

  beforeAll(async () => {
    const install = ['install', '--prefer-offline', '--no-package-lock', '--no-audit', '--no-fund'];
    if (isThere)
      await run('npm', install, { cwd: folder }).catch((error) => {
        trouble = error.message;
      });
    writeFileSync(script, await bundle('../../packages/compiler/src/testing/printReport.ts'));
  }, 300_000);
  afterAll(() => rmSync(work, { recursive: true, force: true }));

  const reportOf = async (node: string, ...flags: string[]): Promise<PlatformReport> =>
    JSON.parse((await run(node, [...flags, script])).stdout);

  it('as it runs these tests, from plain JavaScript: every engine has the same bits', async () => {
    expect(await reportOf(process.execPath)).toEqual(here);
    expect([here.auto, here.javascript, here.wasm]).toEqual([
      { engines: ['javascript', 'wasm'], digests },
      { engines: ['javascript'], digests },
      { engines: ['wasm'], digests },
    ]);
  });

  it.for([20, 22, 26])(
    '%i: every engine has the same bits, with code generation and without',
    async (major, context) => {
      if (!isThere) leaveOut(context, 'Other versions of Node are tried on Linux on x64 only.');
      const node = join(folder, `node_modules/node-${major}/bin/node`);
      if (!existsSync(node)) without(context, `Node ${major} could not be installed: ${trouble}`);
      expect((await run(node, ['--version'])).stdout).toMatch(new RegExp(`^v${major}\\.`));
      expect(await reportOf(node)).toEqual(here);
      const restricted = await reportOf(node, '--disallow-code-generation-from-strings');
      expect(restricted.auto).toEqual({ engines: ['wasm'], digests });
      expect(restricted.javascript).toContain("CompilerError: Engine 'javascript' cannot run here");
    },
  );
});

describe('Chromium', () => {
  let page: string;
  let worker: string;
  beforeAll(async () => {
    [page, worker] = await Promise.all([bundle('page.ts'), bundle('worker.ts')]);
  });

  const reportOf = async (context: TestContext, policy?: string): Promise<PageReport> => {
    if (chromium === undefined)
      without(context, 'There is no Chromium. Install it (Debian: apt-get install chromium), or name it in CHROMIUM.');
    return JSON.parse(await open(page, { 'worker.js': worker }, policy));
  };

  it('in a page and in a worker every engine has the bits of Node', async (context) => {
    expect(await reportOf(context)).toEqual({ page: here, worker: here });
  });

  it("under script-src 'self' 'wasm-unsafe-eval' auto takes WebAssembly, with the same bits", async (context) => {
    const report = await reportOf(context, "script-src 'self' 'wasm-unsafe-eval'");
    for (const { auto, interpreter, javascript, wasm } of [report.page, report.worker]) {
      expect(auto).toEqual({ engines: ['wasm'], digests });
      expect([interpreter, wasm]).toEqual([here.interpreter, here.wasm]);
      expect(javascript).toMatch(/^CompilerError: Engine 'javascript' cannot run here: .*unsafe-eval/);
    }
  });

  it("under script-src 'self' the interpreter is left, with the same bits", async (context) => {
    const report = await reportOf(context, "script-src 'self'");
    for (const { auto, javascript, wasm } of [report.page, report.worker]) {
      expect(auto).toEqual(here.interpreter);
      expect(javascript).toContain("CompilerError: Engine 'javascript' cannot run here");
      expect(wasm).toContain("CompilerError: Engine 'wasm' cannot run here");
    }
  });
});
