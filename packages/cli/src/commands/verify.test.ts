import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fails, program } from '../testing/program.ts';

const { path, run, write } = program();

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
    const env = { PATH: path('') };
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
