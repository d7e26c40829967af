import fc from 'fast-check';
import papa from 'papaparse';
import { describe, expect, it, test } from 'vitest';
import { LabError } from '../../state/labError.ts';
import { badTables } from './badTables.ts';
import type { Choices } from './choices.ts';
import { readTable } from './readTable.ts';

const read = (csv: string, choices: Partial<Choices> = {}) => readTable(csv, { target: '', ...choices });

describe('a table that cannot be used is refused with what is wrong', () => {
  test.each(badTables)('$what', ({ csv, choices, message }) => {
    let error: unknown;
    try {
      read(csv, choices);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(LabError);
    expect(error).toMatchObject({ part: 'data', message });
  });

  it('in at least 25 ways, none like another', () => {
    expect(new Set(badTables.map(({ message }) => message.replaceAll(/\d+|"[^"]*"/g, ''))).size).toBeGreaterThan(25);
  });
});

it('any text is read, or refused with what is wrong', () => {
  const pieces = fc.constantFrom(
    'a',
    'b',
    '1',
    '1.5',
    '1,5',
    ',',
    ';',
    '\t',
    '"',
    '\n',
    '\r\n',
    ' ',
    'NA',
    '-',
    '\uFEFF',
    'é',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
      ),
      (csv) => {
        try {
          const { count, inputs, target } = read(csv);
          for (const column of [...inputs, target]) {
            expect(column.length).toBe(count);
            expect(column.every(Number.isFinite)).toBe(true);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(LabError);
        }
      },
    ),
    { numRuns: 2000 },
  );
});

describe('a table is read', () => {
  const numbers = { task: 'regression', features: ['a'], targetName: 'b', classes: [], count: 2 };
  const ones = { inputs: [Float64Array.of(1.5, -2)], target: Float64Array.of(3, 0.5) };

  test.each<[string, string]>([
    ['with commas', 'a,b\n1.5,3\n-2,0.5\n'],
    ['with semicolons and decimal commas', 'a;b\n1,5;3\n-2;0,5\n'],
    ['with semicolons and decimal points', 'a;b\n1.5;3\n-2;0.5\n'],
    ['with tabs', 'a\tb\n1.5\t3\n-2\t0.5\n'],
    ['with bars', 'a|b\n1.5|3\n-2|0.5\n'],
    ['with decimal commas in quotes', 'a,b\n"1,5",3\n-2,"0,5"\n'],
    ['with a byte order mark', '\uFEFFa,b\n1.5,3\n-2,0.5\n'],
    ['with line ends of Windows', 'a,b\r\n1.5,3\r\n-2,0.5\r\n'],
    ['with line ends of old Macs', 'a,b\r1.5,3\r-2,0.5\r'],
    ['with empty lines', '\na,b\n\n1.5,3\n , \n-2,0.5\n\n\n'],
    ['without a line end at its end', 'a,b\n1.5,3\n-2,0.5'],
    ['with spaces around cells', ' a , b \n 1.5 , 3 \n -2 , 0.5 \n'],
    ['with everything in quotes', '"a","b"\n"1.5","3"\n"-2","0.5"\n'],
    ['with a delimiter at the end of each row', 'a,b,\n1.5,3,\n-2,0.5,\n'],
    ['with the line in which Excel names the delimiter', 'sep=;\na;b\n1,5;3\n-2;0,5\n'],
    ['with exponents and signs', 'a,b\n+15e-1,3.\n-.2E1,.5\n'],
    ['with the minus sign of typesetters', 'a,b\n1.5,3\n−2,0.5\n'],
  ])('%s', (_, csv) => {
    expect(read(csv)).toEqual({ ...numbers, ...ones });
  });

  it('without a heading: its columns are numbered', () => {
    expect(read('1,5;3\n-2;0,5\n')).toEqual({ ...numbers, features: ['column 1'], targetName: 'column 2', ...ones });
  });

  it('with a column that has no name, as the row numbers of pandas', () => {
    expect(read(',b\n0,1.5\n1,2.5\n').features).toEqual(['column 1']);
  });

  it('with quotes, delimiters and line ends in quoted cells', () => {
    expect(read('"the ""a""",kind\n1,"x, y"\n2,"z\nw"\n')).toMatchObject({
      features: ['the "a"'],
      classes: ['x, y', 'z\nw'],
      target: Float64Array.of(0, 1),
    });
  });
});

describe('what is predicted', () => {
  it('words are classes, in the order of a dictionary', () => {
    expect(read('a,kind\n1,c\n2,a\n3,b\n4,a\n')).toMatchObject({
      task: 'classes',
      classes: ['a', 'b', 'c'],
      target: Float64Array.of(2, 0, 1, 0),
    });
  });

  it('two words are a binary choice', () => {
    expect(read('a,is\n1,yes\n2,no\n')).toMatchObject({ task: 'binary', classes: ['no', 'yes'] });
  });

  it('0 and 1 are classes, other numbers are numbers', () => {
    expect(read('a,b\n1,0\n2,1\n3,1\n')).toMatchObject({ task: 'binary', classes: ['0', '1'] });
    expect(read('a,b\n1,1\n2,2\n3,1\n').task).toBe('regression');
  });

  it('numbers are classes if that is chosen, in their order', () => {
    expect(read('a,b\n1,10\n2,9\n3,9\n4,2', { predict: 'class' })).toMatchObject({
      task: 'classes',
      classes: ['2', '9', '10'],
      target: Float64Array.of(2, 1, 1, 0),
    });
    expect(read('a,b\n1,0\n2,1\n', { predict: 'number' }).task).toBe('regression');
  });

  it('any column can be the target; without a choice it is the last that is used', () => {
    const csv = 'a,b,c\n1,2,3\n4,5,6\n';
    expect(read(csv, { target: 'a' })).toMatchObject({ features: ['b', 'c'], targetName: 'a' });
    expect(read(csv, { ignored: ['c'] })).toMatchObject({ features: ['a'], targetName: 'b' });
  });
});

describe('choices', () => {
  it('each word of an encoded column is an input', () => {
    expect(read('city,b\nBern,1\nGenf,2\nBern,3\n', { encoded: ['city'] })).toMatchObject({
      features: ['city=Bern', 'city=Genf'],
      inputs: [Float64Array.of(1, 0, 1), Float64Array.of(0, 1, 0)],
    });
  });

  it('ignored columns may hold anything', () => {
    expect(read('note,a,b\n???,1,2\n,3,4\n', { ignored: ['note'] })).toMatchObject({ features: ['a'], count: 2 });
  });

  it('rows with gaps are left out if that is chosen; gaps of ignored columns do not count', () => {
    const csv = 'a,b,c\n1,2,\nNA,4,\n5,6,7\n8,?,9\n';
    expect(read(csv, { ignored: ['c'], incomplete: 'leaveOut' })).toMatchObject({
      inputs: [Float64Array.of(1, 5)],
      target: Float64Array.of(2, 6),
    });
  });
});

describe('what was written is read back', () => {
  const number = fc.oneof(
    fc.integer({ min: -1000, max: 1000 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0),
  );
  // a sign that separates cells elsewhere, unquoted, would make a table that can be read in two ways
  const separators = /[,;\t|]/g;
  const name = fc.string({ minLength: 1, maxLength: 12 }).map((text) => `c${text.replaceAll(separators, '_').trim()}`);
  const layouts = fc.constantFrom(
    { delimiter: ',', decimal: '.' },
    { delimiter: ';', decimal: '.' },
    { delimiter: ';', decimal: ',' },
    { delimiter: '\t', decimal: '.' },
    { delimiter: '\t', decimal: ',' },
    { delimiter: '|', decimal: '.' },
  );
  const tables = fc
    .record({
      names: fc.uniqueArray(name, { minLength: 2, maxLength: 6, selector: (text) => text.trim() }),
      rowCount: fc.integer({ min: 2, max: 20 }),
      layout: layouts,
      newline: fc.constantFrom('\n', '\r\n'),
      start: fc.constantFrom('', '\uFEFF'),
      quotes: fc.boolean(),
    })
    .chain((table) =>
      fc.record({
        table: fc.constant(table),
        values: fc.array(fc.array(number, { minLength: table.names.length, maxLength: table.names.length }), {
          minLength: table.rowCount,
          maxLength: table.rowCount,
        }),
        words: fc.array(fc.string({ maxLength: 8 }), { minLength: table.rowCount, maxLength: table.rowCount }),
      }),
    );

  it('numbers, to the bit', () => {
    fc.assert(
      fc.property(tables, ({ table: { names, layout, newline, start, quotes }, values }) => {
        const { delimiter, decimal } = layout;
        const cells = values.map((row) => row.map((value) => String(value).replace('.', decimal)));
        const csv = start + papa.unparse([names, ...cells], { delimiter, newline, quotes });
        const data = read(csv, { predict: 'number' });
        expect(data.features).toEqual(names.slice(0, -1));
        expect([...data.inputs, data.target]).toEqual(
          names.map((_, i) => Float64Array.from(values, (row) => (row[i] as number) + 0)),
        );
      }),
    );
  });

  it('words as classes, with whatever signs they have', () => {
    fc.assert(
      fc.property(tables, ({ table: { names, layout, newline, start }, values, words }) => {
        const { delimiter, decimal } = layout;
        const plain = (word: string) => word.replaceAll(separators, (sign) => (sign === delimiter ? sign : '_'));
        const kinds = words.map((word, i) => `k${i % 2}${plain(word).trim().replaceAll('\r', ' ')}.`);
        const cells = values.map((row, i) => [
          ...row.slice(1).map((value) => String(value).replace('.', decimal)),
          kinds[i] as string,
        ]);
        const csv = start + papa.unparse([names, ...cells], { delimiter, newline, quotes: [] });
        const data = read(csv);
        expect(Array.from(data.target, (label) => data.classes[label])).toEqual(kinds);
        expect(data.classes).toEqual([...new Set(kinds)].sort());
      }),
    );
  });
});
