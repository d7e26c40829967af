import { describe, expect, it } from 'vitest';
import { program } from '../testing/program.ts';

const { run } = program();

describe('chainrule summary', { timeout: 600_000 }, () => {
  it('prints layers and parameters', async () => {
    const { code, stdout } = await run(['summary', 'layered.json']);
    expect(code).toBe(0);
    expect(stdout).toContain('inputs: pixel[3], size\n');
    expect(stdout).toMatch(/linear#1 +4 → 3 +\d+ +15\n/);
  });
});
