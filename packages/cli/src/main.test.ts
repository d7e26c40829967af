import { mkdirSync } from 'node:fs';
import { defineMacro, input, type Node, toJSON } from '@chainrule/core';
import { add } from '@chainrule/ops';
import { describe, expect, it } from 'vitest';
import { fails, type Outcome, program } from './testing/program.ts';

const { path, run, write } = program();

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
