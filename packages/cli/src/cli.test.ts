// The command line as people run it: the real program, in a process of its own.
import { spawn } from 'node:child_process';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineMacro, evaluate, input, inputs, type Node, parameter, seed, sumBatch, toJSON } from '@chainrule/core';
import { toJavaScript, toLatex, toOnnx, toSql, toText } from '@chainrule/export';
import { linear, softmax } from '@chainrule/macros';
import { add, multiply, sigmoid, subtract } from '@chainrule/ops';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'cli-'));
const bin = join(import.meta.dirname, 'bin.ts');
const path = (name: string): string => join(folder, name);
const write = (name: string, text: string | Uint8Array): string => {
  writeFileSync(path(name), text);
  return name;
};

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program in the folder of the tests. */
function run(
  args: readonly string[],
  { stdin = '', env = {} as Record<string, string>, cwd = folder } = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, ['--conditions=@chainrule/source', bin, ...args], {
    cwd,
    env: { ...process.env, ...env },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  child.stdin.on('error', () => {});
  child.stdin.end(stdin);
  return new Promise((done) => child.on('close', (code) => done({ code, stdout, stderr })));
}

const fails = (code: number, stderr: string): Outcome => ({ code, stdout: '', stderr });

const celsius = add(multiply(parameter(0.5555555555555556), input('fahrenheit')), parameter(-17.77777777777778));
const model = { celsius };
seed(7);
const pixels = inputs('pixel', 3);
const layered = { classes: softmax(linear([...pixels, input('size')], 3)), double: multiply(2, input('size')) };

beforeAll(() => {
  write('model.json', JSON.stringify(toJSON(model)));
  write('layered.json', JSON.stringify(toJSON(layered)));
  write('rows.csv', 'fahrenheit\n32\n212\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('chainrule', { timeout: 600_000 }, () => {
  it('says what there is, and which version', async () => {
    const { code, stdout } = await run(['--help']);
    expect(code).toBe(0);
    for (const command of ['export', 'formula', 'summary', 'predict', 'verify'])
      expect(stdout).toContain(`chainrule ${command} `);
    expect((await run(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    const { stdout: help } = await run(['export', '--help']);
    expect(help).toContain('-o, --output file');
    expect(help).toMatch(/c \(\.h\) +C99 header: --functions --vectors --type --name/);
  });

  it.each([
    [[], 'Which command? There are: export, formula, summary, predict, verify. See chainrule --help.\n'],
    [
      ['exprot'],
      'There is no command "exprot". There are: export, formula, summary, predict, verify. See chainrule --help.\n',
    ],
    [['formula'], 'chainrule formula needs model.json. See chainrule formula --help.\n'],
    [
      ['formula', 'model.json', 'x'],
      'chainrule formula does not know what to do with "x". See chainrule formula --help.\n',
    ],
    [['formula', 'model.json', '--nope'], "Unknown option '--nope'. See chainrule formula --help.\n"],
    [['formula', 'model.json', '--digits', 'x'], '--digits must be a whole number from 1 up, not "x".\n'],
    [['formula', 'model.json', '--ops', 'x'], '--ops must be named or expanded, not "x".\n'],
    [['verify', 'model.json'], 'chainrule verify needs artefact. See chainrule verify --help.\n'],
  ])('%j is wrong usage', async (args, message) => {
    expect(await run(args)).toEqual(fails(2, message));
  });
});

describe('a model', { timeout: 600_000 }, () => {
  it.each(['formula', 'summary', 'predict', 'export'])(
    'that %s cannot read is an error of its own',
    async (command) => {
      write('text.json', 'not a model');
      write('other.json', '{"format":"chainrule-model","version":9}');
      const read = async (file: string): Promise<Outcome> =>
        run([command, file, ...(command === 'export' ? ['--to', 'c'] : [])]);
      expect(await read('none.json')).toEqual(fails(4, 'none.json: there is no such file or folder.\n'));
      const text = await read('text.json');
      expect(text).toMatchObject({ code: 4, stdout: '' });
      expect(text.stderr).toMatch(/^text\.json: Model file, at the top: this is not JSON: .*\n$/);
      const other = await read('other.json');
      expect(other).toMatchObject({ code: 4, stdout: '' });
      expect(other.stderr).toMatch(/^other\.json: Model file, at \/version: expected version 1 .*\n$/);
    },
  );

  it('may not be a folder', async () => {
    mkdirSync(path('folder.json'), { recursive: true });
    expect(await run(['formula', 'folder.json'])).toEqual(fails(4, 'folder.json: it is a folder.\n'));
  });
});

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

describe('chainrule summary', { timeout: 600_000 }, () => {
  it('prints layers and parameters', async () => {
    const { code, stdout } = await run(['summary', 'layered.json']);
    expect(code).toBe(0);
    expect(stdout).toContain('inputs: pixel[3], size\n');
    expect(stdout).toMatch(/linear#1 +4 → 3 +\d+ +15\n/);
  });
});

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
    const child = spawn(
      process.execPath,
      ['--conditions=@chainrule/source', bin, 'predict', 'model.json', 'many.csv'],
      {
        cwd: folder,
      },
    );
    let stderr = '';
    child.stderr.on('data', (chunk) => (stderr += chunk));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((done) => child.on('close', done));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

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

describe('chainrule verify', { timeout: 600_000 }, () => {
  const files = [
    'layered.js',
    'layered.ts',
    'layered.h',
    'layered.py',
    'layered.txt',
    'layered.tex',
    'layered.mml',
    'layered.dot',
    'layered.mmd',
    'layered.fods',
    'layered.wgsl',
    'layered.glsl',
  ];

  it.each(files)('agrees with %s, and not when a digit is changed', async (file) => {
    await run(['export', 'layered.json', '-o', file]);
    const fine = await run(['verify', 'layered.json', file]);
    expect(fine).toMatchObject({ code: 0, stderr: '' });
    expect(fine.stdout).toMatch(
      new RegExp(
        `^${file}: (agrees with the network: off by 0, promised 0 \\(graph [0-9a-f]{16}\\)|is what \\w+ prints of the network)\\.\n$`,
      ),
    );
    const text = readFileSync(path(file), 'utf8');
    // a weight, which all but drawings that are folded show; the last digit of a column otherwise
    const at = text.search(/0\.[1-9]\d/);
    const changed =
      at < 0
        ? text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10))
        : text.slice(0, at + 2) + ((Number(text[at + 2]) + 4) % 10) + text.slice(at + 3);
    write(file, changed);
    const corrupted = await run(['verify', 'layered.json', file]);
    expect(corrupted).toMatchObject({ code: 1, stdout: '' });
    expect(corrupted.stderr).toMatch(
      new RegExp(
        `^${file} (does not agree with the network: it is off by [0-9.e-]+, and promises 0\\.|is not what \\w+ prints of the network with these options\\. Line \\d+ is ".*", expected ".*"\\.)`,
      ),
    );
  });

  it.each(['select', 'view'])('runs the check of a %s for SQLite, whatever its table is called', async (form) => {
    const options = ['--dialect', 'sqlite', '--form', form, '--from', 'rows --check "live"'];
    await run(['export', 'layered.json', '-o', 'layered.sql', ...options]);
    expect((await run(['verify', 'layered.json', 'layered.sql'])).stdout).toMatch(
      /^layered\.sql: agrees with the network: off by [0-9.e-]+, promised 1e-12 \(graph [0-9a-f]{16}\)\.\n$/,
    );
    const text = readFileSync(path('layered.sql'), 'utf8');
    const at = text.search(/(?<= )0\.[1-9]\d{5}/);
    write('layered.sql', text.slice(0, at + 2) + ((Number(text[at + 2]) + 4) % 10) + text.slice(at + 3));
    expect((await run(['verify', 'layered.json', 'layered.sql'])).stderr).toMatch(
      /^layered\.sql does not agree with the network: it is off by [0-9.e-]+, and promises 1e-12\./,
    );
  });

  it('compares SQL that it cannot run', async () => {
    for (const options of [
      ['--dialect', 'duckdb', '--from', 'rows'],
      ['--dialect', 'sqlite', '--from', 'rows', '--vectors', '0'],
    ]) {
      await run(['export', 'layered.json', '-o', 'other.sql', ...options]);
      const verify = ['verify', 'layered.json', 'other.sql'];
      expect((await run([...verify, ...options])).stdout).toBe('other.sql: is what sql prints of the network.\n');
      expect((await run([...verify, ...options.slice(0, 3), 'others'])).code).toBe(1);
    }
  });

  it('knows options: of code, and of formulas', async () => {
    await run(['export', 'layered.json', '-o', 'float.h', '--type', 'float', '--name', 'tiny']);
    expect((await run(['verify', 'layered.json', 'float.h'])).stdout).toMatch(
      /^float\.h: agrees with the network: off by .*, promised 0\.00000\d+ \(graph/,
    );
    await run(['export', 'layered.json', '-o', 'all.txt', '--digits', 'all']);
    expect((await run(['verify', 'layered.json', 'all.txt', '--digits', 'all'])).code).toBe(0);
    expect((await run(['verify', 'layered.json', 'all.txt'])).code).toBe(1);
  });

  it('knows the artefact of another network, one without tests, and a file that is none', async () => {
    await run(['export', 'model.json', '-o', 'model.js']);
    const { code, stderr } = await run(['verify', 'layered.json', 'model.js']);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^model\.js is of another network: its graph is [0-9a-f]{16}, that of the model is [0-9a-f]{16}\. Export it again\.\n$/,
    );
    await run(['export', 'model.json', '-o', 'bare.js', '--vectors', '0']);
    expect(await run(['verify', 'model.json', 'bare.js'])).toEqual(
      fails(
        1,
        'The artefact carries no test vectors, so it cannot check itself. Export it again, without --vectors 0.\n',
      ),
    );
    write('own.js', 'console.log(1)');
    expect((await run(['verify', 'model.json', 'own.js'])).stderr).toMatch(
      /^own\.js does not say which graph it is of/,
    );
    expect(await run(['verify', 'model.json', 'none.js'])).toEqual(
      fails(3, 'none.js: there is no such file or folder.\n'),
    );
  });

  it('says which tool is missing, or what it complains about', async () => {
    await run(['export', 'model.json', '-o', 'model.h']);
    await run(['export', 'model.json', '-o', 'model.py']);
    const env = { PATH: folder };
    expect(await run(['verify', 'model.json', 'model.h'], { env })).toEqual(
      fails(1, 'C needs cc or gcc or clang, and none is on PATH. Install it, or verify elsewhere.\n'),
    );
    expect(await run(['verify', 'model.json', 'model.py'], { env })).toEqual(
      fails(1, 'Python needs python3 or python, and none is on PATH. Install it, or verify elsewhere.\n'),
    );
    write('syntax.py', `${readFileSync(path('model.py'), 'utf8')}\n(`);
    const { code, stderr } = await run(['verify', 'model.json', 'syntax.py']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^python3? failed: [\s\S]*SyntaxError/);
  });
});

it('names from a model are data: no file, option or command of theirs is ever made', async () => {
  const names = ['=cmd|x', '"; rm -rf /', '../../up', '--help', '\u001b[2J', 'a,b'];
  const outputs = Object.fromEntries(
    names.map((name) => [name, defineMacro(name, () => add(input(name), 1))() as Node]),
  );
  write('hostile.json', JSON.stringify(toJSON(outputs)));
  const header = names.map((name) => `"${name.replaceAll('"', '""')}"`).join(',');
  const { code, stdout } = await run(['predict', 'hostile.json'], { stdin: `${header}\n1,2,3,4,5,6\n` });
  expect(code).toBe(0);
  expect(stdout.split('\n')).toEqual([`'=cmd|x,"""; rm -rf /",../../up,'--help,\u001b[2J,"a,b"`, '2,3,4,5,6,7', '']);
  for (const to of ['javascript', 'text', 'latex', 'mathml', 'dot', 'mermaid']) {
    const printed = await run(['export', 'hostile.json', '--to', to]);
    expect(printed.code).toBe(0);
    expect(printed.stdout).not.toContain('\u001b');
  }
}, 600_000);
