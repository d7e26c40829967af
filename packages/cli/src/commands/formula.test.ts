import { toText } from '@chainrule/export';
import { describe, expect, it } from 'vitest';
import { layered } from '../testing/models.ts';
import { program } from '../testing/program.ts';

const { run } = program();

describe('chainrule formula', { timeout: 600_000 }, () => {
  it('prints what toText prints', async () => {
    expect(await run(['formula', 'model.json'])).toEqual({
      code: 0,
      stdout: 'celsius = 0.5556 * fahrenheit - 17.78\n',
      stderr: '',
    });
    const { stdout } = await run([
      'formula',
      'layered.json',
      '--digits',
      'all',
      '--ops',
      'expanded',
      '--steps',
      'every',
    ]);
    expect(stdout).toBe(`${toText(layered, { digits: Infinity, ops: 'expanded', steps: 'every' })}\n`);
    const { stdout: named } = await run(['formula', 'model.json', '--parameters', 'names']);
    expect(named).toBe('celsius = p1 * fahrenheit + p2\n');
  });
});
