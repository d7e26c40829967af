import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { evaluate, input, parameter, sumBatch, toJSON } from '@chainrule/core';
import { subtract } from '@chainrule/ops';
import { describe, expect, it } from 'vitest';
import { celsius, layered } from '../testing/models.ts';
import { fails, program } from '../testing/program.ts';

const { path, run, start, write } = program();

describe('chainrule predict', { timeout: 600_000 }, () => {
  it('writes a row of outputs for each row of inputs', async () => {
    expect(await run(['predict', 'model.json', 'rows.csv'])).toEqual({
      code: 0,
      stdout: `celsius\n${evaluate(celsius, { fahrenheit: 32 })}\n${evaluate(celsius, { fahrenheit: 212 })}\n`,
      stderr: '',
    });
  });

  it('finds vectors and other inputs by the names of columns, in any order, among others', async () => {
    const header = '\ufeff"pixel[2]",label,size,pixel[0],"pixel[1]"\r\n';
    const { code, stdout } = await run(['predict', 'layered.json'], { stdin: `${header}0.25,seven,-1e1,.5,"+2."\r\n` });
    const { classes, double } = evaluate(layered, { pixel: [0.5, 2, 0.25], size: -10 });
    expect(code).toBe(0);
    expect(stdout).toBe(`classes[0],classes[1],classes[2],double\n${[...classes, double]}\n`);
  });

  it('reads and writes NaN, infinities and −0, and numbers to the last bit', async () => {
    write('same.json', JSON.stringify(toJSON(subtract(input('x'), 0))));
    write('echo.json', JSON.stringify(toJSON({ y: input('x') })));
    const values = ['NaN', 'Infinity', '-Infinity', '-0', '5e-324', '1.7976931348623157e+308', '0.1'];
    const { stdout } = await run(['predict', 'echo.json'], { stdin: `x\n${values.join('\n')}\n` });
    expect(stdout).toBe(`y\n${values.join('\n')}\n`);
    expect((await run(['predict', 'same.json'], { stdin: 'x\n1\n' })).stdout).toBe('output\n1\n');
  });

  it('runs each row by itself, as exports do, where a network sums over the batch', async () => {
    write('batch.json', JSON.stringify(toJSON({ sum: sumBatch(input('x')), one: parameter(3) })));
    expect((await run(['predict', 'batch.json'], { stdin: 'x\n1\n2\n' })).stdout).toBe('sum,one\n1,3\n2,3\n');
  });

  it('writes a file when all of it is there', async () => {
    expect(await run(['predict', 'model.json', 'rows.csv', '-o', 'out.csv'])).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
    const text = readFileSync(path('out.csv'), 'utf8');
    expect(text.split('\n')).toHaveLength(4);
    write('broken.csv', 'fahrenheit\n1\nx\n');
    expect((await run(['predict', 'model.json', 'broken.csv', '-o', 'out.csv'])).code).toBe(3);
    expect(readFileSync(path('out.csv'), 'utf8')).toBe(text);
    expect(existsSync(path('out.csv.part'))).toBe(false);
    expect(await run(['predict', 'model.json', 'rows.csv', '-o', 'none/out.csv'])).toEqual(
      fails(1, 'none/out.csv cannot be written: there is no such file or folder.\n'),
    );
  });

  it.each([
    [
      'fahrenhiet\n32\n',
      'No column is called "fahrenheit". The columns are "fahrenhiet"; the inputs are "fahrenheit". The first line must hold the names of the inputs.',
    ],
    [
      'a;fahrenheit\n1;32\n',
      'No column is called "fahrenheit". The columns are "a;fahrenheit"; the inputs are "fahrenheit". The table seems to be separated by ";": separate it by commas.',
    ],
    ['fahrenheit,fahrenheit\n1,32\n', 'Two columns are called "fahrenheit". Take one of them out.'],
    [
      'fahrenheit\n1\n\nwarm\n',
      'Row 2 (line 4), column "fahrenheit" is "warm", which is no number. Correct it, or take the row out.',
    ],
    [
      'fahrenheit\n0x10\n',
      'Row 1 (line 2), column "fahrenheit" is "0x10", which is no number. Correct it, or take the row out.',
    ],
    [
      'fahrenheit\n"1,5"\n',
      'Row 1 (line 2), column "fahrenheit" is "1,5", which is no number. Write the decimal point as ".".',
    ],
    ['a,fahrenheit\n1, \n', 'Row 1 (line 2), column "fahrenheit" is empty. Correct it, or take the row out.'],
    ['a,fahrenheit\n1,2\n3\n', 'Row 2 (line 3) has 1 cells, the first line has 2.'],
    ['a,fahrenheit\n1,"2\n', 'Line 2: a quote (") is opened and not closed.'],
    ['', 'the table is empty. The first line must hold the names of the inputs.'],
  ])('refuses the rows %j', async (text, message) => {
    write('wrong.csv', text);
    const { code, stderr } = await run(['predict', 'model.json', 'wrong.csv']);
    expect({ code, stderr }).toEqual({ code: 3, stderr: `wrong.csv: ${message}\n` });
  });

  it('says when there are no rows to read', async () => {
    expect(await run(['predict', 'model.json', 'none.csv'])).toEqual(
      fails(3, 'none.csv: there is no such file or folder.\n'),
    );
  });

  it('takes a table that is larger than its memory', async () => {
    const line = `${'0.123456789,'.repeat(19)}32\n`;
    const header = `${Array.from({ length: 19 }, (_, i) => `c${i}`)},fahrenheit\n`;
    const count = 250_000;
    write('huge.csv', header + line.repeat(count));
    expect(statSync(path('huge.csv')).size).toBeGreaterThan(55_000_000);
    const memory = { NODE_OPTIONS: '--max-old-space-size=40' };
    expect(await run(['predict', 'model.json', 'huge.csv', '-o', 'huge-out.csv'], { env: memory })).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
    let lines = 0;
    for await (const chunk of createReadStream(path('huge-out.csv'), 'utf8')) lines += chunk.split('\n').length - 1;
    expect(lines).toBe(count + 1);
  });

  it('ends quietly when nobody reads on', async () => {
    write('many.csv', `fahrenheit\n${'1\n'.repeat(500_000)}`);
    const child = start(['predict', 'model.json', 'many.csv']);
    let stderr = '';
    child.stderr.on('data', (chunk) => (stderr += chunk));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((done) => child.on('close', done));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});
