import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvNames } from './csvText.ts';
import { readCsv } from './readCsv.ts';

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** All rows of a text, which arrives in pieces of a few bytes. */
async function rows(text: string | Uint8Array, size = 3): Promise<{ cells: readonly string[]; line: number }[]> {
  const found = [];
  for await (const row of readCsv(chunksOf(typeof text === 'string' ? Buffer.from(text) : text, size))) found.push(row);
  return found;
}

const cells = async (text: string): Promise<(readonly string[])[]> => (await rows(text)).map((row) => row.cells);

describe('readCsv', () => {
  it('reads cells between commas, with LF and CRLF, with a last line that is not ended', async () => {
    expect(await cells('a,b\n1,2\r\n3,\n,4')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', ''],
      ['', '4'],
    ]);
  });

  it('reads quotes, and commas, lines and quotes in them', async () => {
    expect(await cells('"a","b ""c""","d,e"\n"x\ny","",z\n')).toEqual([
      ['a', 'b "c"', 'd,e'],
      ['x\ny', '', 'z'],
    ]);
    expect(await cells('"x\r\ny"\r\n"""",""""""')).toEqual([['x\r\ny'], ['"', '""']]);
  });

  it('leaves out a byte order mark and empty lines, and numbers the lines that are left', async () => {
    expect(await rows('\ufeffä\n\n\r\n"1\n2"\n\n3\n')).toEqual([
      { cells: ['ä'], line: 1 },
      { cells: ['1\n2'], line: 4 },
      { cells: ['3'], line: 7 },
    ]);
    expect(await rows('')).toEqual([]);
  });

  it.each([
    ['a\n1,"2', 'Line 2: a quote (") is opened and not closed.'],
    [`a\n"${'x\n'.repeat(600_000)}`, 'Line 2: a quote (") is opened and not closed.'],
    ['a\n"1"2\n', 'Line 2: after the quote (") that ends a cell, there must be a comma or the end of the line.'],
    [
      'a\n1"2"\n',
      'Line 2: a quote (") stands in the middle of a cell. Put the whole cell in quotes, and write the quote twice.',
    ],
    ['a\0,\0b', 'The table has zeros among its first bytes: it is binary, or UTF-16. Save it as CSV in UTF-8.'],
  ])('refuses %j', async (text, message) => {
    await expect(rows(text, 65_536)).rejects.toMatchObject({ message, exitCode: 3 });
  });

  it('refuses what is not UTF-8', async () => {
    const message = 'The table is not UTF-8. Save it as CSV in UTF-8.';
    await expect(rows(Buffer.from([97, 0xe4, 10]))).rejects.toMatchObject({ message, exitCode: 3 });
    await expect(rows(Buffer.from([97, 10, 0xe2, 0x82]))).rejects.toMatchObject({ message, exitCode: 3 });
  });

  it('reads any table as another reader of CSV does, wherever it is cut', async () => {
    const cell = fc.oneof(
      fc.constantFrom('', 'a', '1.5', '"', '""', ',', '\n', '\r\n', ' x ', 'ü', '😀'),
      fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', '€') }),
    );
    const written = fc
      .tuple(cell, fc.boolean())
      .map(([text, always]) =>
        always || /[",\r\n]/.test(text) || text === '' ? `"${text.replaceAll('"', '""')}"` : text,
      );
    const table = fc.array(fc.array(written, { minLength: 1, maxLength: 4 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 9 }),
        async (lines, end, size) => {
          const text = lines.map((line) => line.join(',') + end).join('');
          const expected = parse(text, { relaxColumnCount: true, recordDelimiter: ['\r\n', '\n'] }) as string[][];
          expect((await rows(text, size)).map((row) => row.cells)).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('csvNames', () => {
  it('writes names that read back, and no formula for a spreadsheet', async () => {
    const names = ['a', 'b c', 'x,y', 'say "hi"', 'two\nlines', '', ' '];
    expect(await cells(csvNames(names))).toEqual([names]);
    expect(csvNames(['=cmd', '+1', '-1', '@x'])).toBe("'=cmd,'+1,'-1,'@x\n");
  });
});
