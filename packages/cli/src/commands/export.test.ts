import { readFileSync } from 'node:fs';
import { input, type Node, toJSON } from '@chainrule/core';
import { toJavaScript, toLatex, toOnnx, toSql } from '@chainrule/export';
import { add, sigmoid } from '@chainrule/ops';
import { describe, expect, it } from 'vitest';
import { layered, model } from '../testing/models.ts';
import { fails, program } from '../testing/program.ts';

const { path, run, write } = program();

describe('chainrule export', { timeout: 600_000 }, () => {
  it('writes the bytes of a model, which verify compares', async () => {
    expect(await run(['export', 'layered.json', '-o', 'layered.onnx', '--precision', 'f64'])).toEqual(fails(0, ''));
    const bytes = toOnnx(layered, { precision: 'f64' });
    expect(readFileSync(path('layered.onnx')).equals(bytes)).toBe(true);
    const verify = ['verify', 'layered.json', 'layered.onnx', '--precision', 'f64'];
    expect((await run(verify)).stdout).toBe('layered.onnx: is what onnx prints of the network.\n');
    write('layered.onnx', bytes.with(100, (bytes[100] as number) ^ 1));
    expect((await run(verify)).code).toBe(1);
  });

  it('prints SQL for the database and the table that it is told', async () => {
    const options = ['--dialect', 'duckdb', '--form', 'view', '--from', 'weather', '--name', 'in_celsius'];
    expect((await run(['export', 'model.json', '--to', 'sql', ...options])).stdout.trimEnd()).toBe(
      toSql(model, { dialect: 'duckdb', form: 'view', from: 'weather', name: 'in_celsius' }).trimEnd(),
    );
  });

  it('prints what the function of the target prints', async () => {
    expect((await run(['export', 'layered.json', '--to', 'latex'])).stdout).toBe(`${toLatex(layered)}\n`);
    await run(['export', 'layered.json', '-o', 'layered.js', '--functions', 'Math', '--vectors', '8']);
    expect(readFileSync(path('layered.js'), 'utf8')).toBe(
      `${toJavaScript(layered, { functions: 'Math', vectors: { count: 8 } }).trimEnd()}\n`,
    );
  });

  it.each([
    [
      ['--to', 'cobol'],
      /^There is no target "cobol". There are: javascript, typescript, c, python, sql, spreadsheet, onnx, wgsl, glsl, text, .*\.\n$/,
    ],
    [['-o', 'model.cob'], /^No target writes files that end in "\.cob" \(model\.cob\)\. Add --to: javascript, .*\.\n$/],
    [[], /^To what\? Add --to: javascript, .*\.\n$/],
    [
      ['--to', 'text', '--type', 'float'],
      /^text has no option --type\. It has --digits, --ops, --parameters, --steps\.\n$/,
    ],
    [['--to', 'c', '--type', 'half'], /^--type must be double or float, not "half"\.\n$/],
    [['--to', 'c', '--name', '1x'], /^--name must be letters, digits and _, beginning with a letter, not "1x"\.\n$/],
    [
      ['--to', 'c', '--vectors', '-1'],
      /^--vectors lacks its value; one that begins with a dash is written --vectors=-… /,
    ],
    [['--to', 'sql'], /^sql needs --from, the table that holds the inputs; only --form function does not\.\n$/],
    [
      ['--to', 'sql', '--dialect', 'sqlite', '--form', 'function'],
      /^SQLite has no functions that are written in SQL: --form must be select or view, not "function"\.\n$/,
    ],
  ])('%j is wrong usage', async (options, message) => {
    const { code, stderr } = await run(['export', 'model.json', ...options]);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });

  it('takes the rows that code checks itself with', async () => {
    await run(['export', 'model.json', '-o', 'own.js', '--rows', 'rows.csv', '--vectors', '8']);
    const rows = [{ fahrenheit: 32 }, { fahrenheit: 212 }];
    expect(readFileSync(path('own.js'), 'utf8').trimEnd()).toBe(
      toJavaScript(model, { vectors: { count: 8, rows } }).trimEnd(),
    );
    write('cold.csv', 'fahrenheit\ncold\n');
    expect(await run(['export', 'model.json', '-o', 'own.js', '--rows', 'cold.csv'])).toMatchObject({ code: 3 });
    expect(await run(['export', 'model.json', '--to', 'text', '--rows', 'rows.csv'])).toEqual(
      fails(2, 'text has no option --rows: it carries no test vectors.\n'),
    );
  });

  it('says why a network cannot be printed so', async () => {
    write('nul.json', JSON.stringify(toJSON(add(input('a\u0000b'), 1))));
    expect(await run(['export', 'nul.json', '--to', 'c'])).toEqual(
      fails(
        4,
        'toC: the name "a\\u0000b" has a null character, which no C string can hold. Rename it, or use toJavaScript or toPython.\n',
      ),
    );
    const chain = Array.from({ length: 1500 }).reduce<Node>((y) => sigmoid(y), input('x'));
    write('chain.json', JSON.stringify(toJSON(chain)));
    const { code, stderr } = await run(['export', 'chain.json', '--to', 'mermaid']);
    expect(code).toBe(4);
    expect(stderr).toMatch(/^toMermaid: the network has 1,501 boxes, and the limit is 200\. /);
  });
});
