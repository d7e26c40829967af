import { input, inputs, parameter } from '@chainrule/core';
import { linear } from '@chainrule/macros';
import { add, divide, multiply, tanh } from '@chainrule/ops';
import { describe, expect, it } from 'vitest';
import { ExportError } from '../errors.ts';
import { columnName } from './grammar.ts';
import { toSpreadsheet } from './toSpreadsheet.ts';

const x = input('x');
const unchecked = { format: 'csv', vectors: { count: 0 } } as const;

describe('toSpreadsheet', () => {
  it('puts a formula for each row of inputs beside them, and numbers in cells of their own', () => {
    const text = toSpreadsheet({ y: add(multiply(0.512345, x), 0.125125) }, { ...unchecked, rows: { x: [1, 2] } });
    expect(text.split('\r\n').slice(5)).toEqual([
      '0.512345,0.125125',
      'x,y',
      '1,"=IF(COUNT(A8:A8)<1,NA(),($A$6 * A8) + $B$6)"',
      '2,"=IF(COUNT(A9:A9)<1,NA(),($A$6 * A9) + $B$6)"',
      '',
    ]);
  });

  it('gives each step that is used twice a cell', () => {
    const shared = tanh(x);
    const text = toSpreadsheet({ y: multiply(shared, shared) }, unchecked);
    expect(text).toContain('x,y,step 1\r\n0,"=IF(COUNT(A7:A7)<1,NA(),C7 * C7)",=TANH(A7)');
  });

  it('prints dense layers as sums of products of cells', () => {
    const text = toSpreadsheet(linear(inputs('pixel', 8), 2), unchecked);
    expect(text.match(/SUMPRODUCT\(A\d+:H\d+,\$A\$\d+:\$H\$\d+\)/g)).toHaveLength(2);
  });

  it('prefixes names that would be formulas in CSV, and leaves them in a file of the OpenDocument format', () => {
    const outputs = Object.fromEntries(['=cmd()', '+1', '-1', '@x', "'quoted"].map((name) => [name, tanh(x)]));
    expect(toSpreadsheet(outputs, unchecked)).toContain(`x,'=cmd(),'+1,'-1,'@x,''quoted`);
    expect(toSpreadsheet(outputs)).toContain('office:string-value="=cmd()"');
    expect(toSpreadsheet({ '1e5': x, true: tanh(x) }, unchecked)).toContain("x,'1e5,'true");
  });

  it('says of a constant without a finite value that it is an error', () => {
    expect(toSpreadsheet({ y: divide(1, add(parameter(0), 0)), z: x }, unchecked)).toContain('0,=NA(),');
  });

  it('escapes names in XML', () => {
    const text = toSpreadsheet({ '"/><script>&\n': tanh(x) });
    expect(text).toContain('office:string-value="&#34;/&#62;&#60;script&#62;&#38;&#10;"');
  });

  it('refuses names that no cell can hold, and other formats', () => {
    expect(() => toSpreadsheet({ 'a\b': x })).toThrow(ExportError);
    expect(() => toSpreadsheet({ 'a\b': x })).toThrow('the character U+0008 is in it');
    expect(() => toSpreadsheet({ '\ud83d': x })).toThrow('U+D83D');
    expect(() => toSpreadsheet(x, { format: 'xlsx' as never })).toThrow('not "xlsx"');
  });

  it('refuses rows that are too long', () => {
    const outputs = Array.from({ length: 6000 }, (_, i) => add(x, i));
    expect(() => toSpreadsheet(outputs)).toThrow(/cells in a row, and the limit is 16,384/);
  });
});

describe('columnName', () => {
  it('counts as spreadsheets do', () => {
    expect([0, 25, 26, 701, 702, 16_383].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
  });
});
