import type { Choices } from './choices.ts';

/** A table that cannot be used, and what is said of it. */
interface BadTable {
  readonly what: string;
  readonly csv: string;
  readonly choices?: Partial<Choices>;
  readonly message: string;
}

const rows = (count: number, row: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => row(i)).join('\n');

/** What people paste that is no table yet. */
export const badTables: readonly BadTable[] = [
  {
    what: 'nothing',
    csv: '',
    message: 'The table is empty. Paste rows of values with commas between them, and a heading above.',
  },
  {
    what: 'blank lines only',
    csv: ' \n\n \n',
    message: 'The table is empty. Paste rows of values with commas between them, and a heading above.',
  },
  {
    what: 'a heading only',
    csv: 'a,b\n',
    message: 'The table has no rows under its heading. Give at least one.',
  },
  {
    what: 'one column',
    csv: 'a\n1\n2\n',
    message:
      'The table has one column, "a", and needs two: what is given, and what is to be predicted. Put a comma, semicolon or tab between cells.',
  },
  {
    what: 'prose',
    csv: 'Hello there\nthis is no table\n',
    message:
      'The table has one column, "Hello there", and needs two: what is given, and what is to be predicted. Put a comma, semicolon or tab between cells.',
  },
  {
    what: 'an Excel workbook',
    csv: 'PK\u0003\u0004\u0014\0\u0006\0',
    message: 'This is no text. Save the table as CSV (in Excel: Save as, "CSV UTF-8") and open that file.',
  },
  {
    what: 'binary',
    csv: 'a,b\n1,\0\n',
    message: 'This is no text. Save the table as CSV (in Excel: Save as, "CSV UTF-8") and open that file.',
  },
  {
    what: 'too many characters',
    csv: `a,b\n${'1,2\n'.repeat(500_000)}`,
    message: 'The table has 2000004 characters, the Lab takes 2000000. Keep fewer rows or columns.',
  },
  {
    what: 'too many rows',
    csv: `a,b\n${rows(5003, (i) => `${i},${i}`)}`,
    message: 'The table has 5003 rows, the Lab trains on 5000. Remove 3 of them.',
  },
  {
    what: 'a word among numbers',
    csv: 'a,b\n1,2\n3,x\n5,6\n',
    message: 'Row 3, column "b": "x" is no number. Write a number, or remove the row.',
  },
  {
    what: 'a word among the inputs',
    csv: 'a,b\n1,2\nx,3\n5,6\n',
    message: 'Row 3, column "a": "x" is no number. Write a number, or remove the row.',
  },
  {
    what: 'units',
    csv: 'kg,b\n12 kg,2\n13,3\n14,4\n',
    message: 'Row 2, column "kg": "12 kg" is no number. Write "12" alone.',
  },
  {
    what: 'percent',
    csv: 'share,b\n0.5,2\n12%,3\n0.7,1',
    message: 'Row 3, column "share": "12%" is no number. Write "12" alone.',
  },
  {
    what: 'an empty cell',
    csv: 'a,b\n1,2\n,4\n5,6\n',
    message: 'Row 3, column "a" is empty. Fill it in, or leave out rows with missing values.',
  },
  {
    what: 'NA',
    csv: 'a,b\n1,2\nNA,4\n5,6\n',
    message: 'Row 3, column "a": "NA" is no value. Fill it in, or leave out rows with missing values.',
  },
  {
    what: 'gap in words',
    csv: 'a,b\n1,yes\n2,\n3,no\n',
    message: 'Row 3, column "b" is empty. Fill it in, or leave out rows with missing values.',
  },
  {
    what: 'a short row',
    csv: 'a,b,c\n1,2,3\n4,5\n6,7,8\n',
    message: 'Row 3 has 2 of 3 cells ("4,5"). Fill it up, or remove it.',
  },
  {
    what: 'a long row',
    csv: 'a,b\n1,2\n3,4,5\n6,7\n',
    message: 'Row 3 has 3 cells, the heading has 2: "5" is too much. Put quotes around a cell with "," in it.',
  },
  {
    what: 'decimal commas unquoted',
    csv: 'a,b\n1,5,2\n2,5,3\n',
    message:
      'The heading has 2 cells, all rows have 3. Name the other columns too; or, if numbers have decimal commas, put semicolons between cells.',
  },
  {
    what: 'quote not closed',
    csv: 'a,b\n1,"x\n2,y\n',
    message: 'Row 2: a quote " is opened and not closed. Close it, or write "" for a quote inside quotes.',
  },
  {
    what: 'after a closing quote',
    csv: 'a,b\n1,"x"y\n2,z\n',
    message: 'Row 2: something follows after a closing quote ". Write "" for a quote inside quotes.',
  },
  {
    what: 'two columns of one name',
    csv: 'a,b,a\n1,2,3\n4,5,6\n',
    message: 'Columns 1 and 3 are both called "a". Rename one of them.',
  },
  {
    what: 'a long name',
    csv: `${'n'.repeat(201)},b\n1,2\n3,4\n`,
    message: 'Column 1, "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn…", has a name of 201 letters. Shorten it to 200.',
  },
  {
    what: 'proto',
    csv: '__proto__,b\n1,2\n3,4\n',
    message: 'Column 1 is called "__proto__", which no column can be. Rename it.',
  },
  {
    what: 'no such target',
    csv: 'a,b\n1,2\n3,4\n',
    choices: { target: 'c' },
    message: 'There is no column "c". There are: "a", "b".',
  },
  {
    what: 'no such ignored',
    csv: 'a,b\n1,2\n3,4\n',
    choices: { ignored: ['d'] },
    message: 'There is no column "d". There are: "a", "b".',
  },
  {
    what: 'all ignored',
    csv: 'a,b\n1,2\n3,4\n',
    choices: { ignored: ['a'] },
    message: 'All columns but one are ignored. Use at least one as input.',
  },
  {
    what: 'words as input',
    csv: 'city,b\nBern,2\nBasel,4\nGenf,3\nBasel,5\n',
    message:
      'Column "city" holds words ("Basel", "Bern", "Genf"), no numbers. Ignore it, or make an input of each word.',
  },
  {
    what: 'dates',
    csv: 'day,b\n2024-01-01,2\n2024-01-02,4\n',
    message:
      'Column "day" holds words ("2024-01-01", "2024-01-02"), no numbers. Ignore it, or make an input of each word.',
  },
  {
    what: 'words as number',
    csv: 'a,b\n1,yes\n2,no\n',
    choices: { predict: 'number' },
    message: 'Column "b" holds words ("no", "yes"), no numbers. Predict a class.',
  },
  {
    what: 'one class',
    csv: 'a,b\n1,yes\n2,yes\n',
    message: 'Column "b" is "yes" in every row: there is nothing to tell apart. Predict another column.',
  },
  {
    what: 'too many classes',
    csv: `a,b\n${rows(120, (i) => `${i},w${i}`)}`,
    message:
      'Column "b" has 120 different values ("w0", "w1", "w10", …), the Lab tells 100 classes apart. Predict another column.',
  },
  {
    what: 'too many number classes',
    csv: `a,b\n${rows(120, (i) => `${i},${i}`)}`,
    choices: { predict: 'class' },
    message:
      'Column "b" has 120 different values ("0", "1", "2", …), the Lab tells 100 classes apart. Predict a number.',
  },
  {
    what: 'too many words',
    csv: `a,b\n${rows(60, (i) => `w${i},${i}`)}`,
    choices: { encoded: ['a'] },
    message: 'Column "a" has 60 different words ("w0", "w1", "w10", …), at most 50 become inputs. Ignore it.',
  },
  {
    what: 'too many inputs',
    csv: `${rows(502, (i) => `c${i}`).replaceAll('\n', ',')}\n${rows(502, String).replaceAll('\n', ',')}\n${rows(502, String).replaceAll('\n', ',')}`,
    message: 'The table has 501 inputs, the Lab takes 500. Ignore some columns.',
  },
  {
    what: 'empty column',
    csv: 'a,b,c\n1,,2\n3,,4\n',
    message: 'Column "b" has no values. Ignore it.',
  },
  {
    what: 'thousands',
    csv: 'a,b\n"1,234",2\n"5,678",3\n',
    message:
      'Row 2, column "a": "1,234" may be 1234 or 1.234. Write it without a comma.\nRow 3, column "a": "5,678" may be 5678 or 5.678. Write it without a comma.',
  },
  {
    what: 'thousands with point',
    csv: 'a,b\n"1,234.5",2\n7.5,3\n',
    message: 'Row 2, column "a": "1,234.5" has marks between thousands. Write it without them.',
  },
  {
    what: 'thousands with german',
    csv: 'a;b\n1.234,5;2\n7,5;3\n',
    message: 'Row 2, column "a": "1.234,5" has marks between thousands. Write it without them.',
  },
  {
    what: 'a comma among points',
    csv: 'a;b\n1.5;2\n2,5;3\n3.5;4\n',
    message: 'Row 3, column "a": "2,5" has a decimal comma, other numbers of the table have a point. Write 2.5.',
  },
  {
    what: 'a point among commas',
    csv: 'a;b\n1,5;2\n2.5;3\n3,5;4\n',
    message: 'Row 3, column "a": "2.5" has a decimal point, other numbers of the table have a comma. Write 2,5.',
  },
  {
    what: 'too large',
    csv: 'a,b\n1e999,2\n2,3\n',
    message: 'Row 2, column "a": "1e999" is larger than a number can be. Write at most 1.7e308.',
  },
  {
    what: 'infinite',
    csv: 'a,b\nInfinity,2\n2,3\n4,5',
    message: 'Row 2, column "a": "Infinity" is no number. Write a number, or remove the row.',
  },
  {
    what: 'hex',
    csv: 'a,b\n0x10,2\n2,3\n4,5',
    message: 'Row 2, column "a": "0x10" is no number. Write a number, or remove the row.',
  },
  {
    what: 'many',
    csv: `a,b\n${rows(20, (i) => (i % 2 ? `x,${i}` : `${i},${i}`))}`,
    message:
      'Row 3, column "a": "x" is no number. Write a number, or remove the row.\nRow 5, column "a": "x" is no number. Write a number, or remove the row.\nRow 7, column "a": "x" is no number. Write a number, or remove the row.\nRow 9, column "a": "x" is no number. Write a number, or remove the row.\nRow 11, column "a": "x" is no number. Write a number, or remove the row.\n… and 5 more like these.',
  },
  {
    what: 'rows counted',
    csv: 'a,b\n\n1,2\n\nx,3\n5,6\n',
    message: 'Row 5, column "a": "x" is no number. Write a number, or remove the row.',
  },
  {
    what: 'multi-line',
    csv: 'a,b\n"1\n",2\nx,3\n5,6\n',
    message: 'Row 3, column "a": "x" is no number. Write a number, or remove the row.',
  },
  {
    what: 'gaps everywhere',
    csv: 'a,b\n1,\n,2\n3,4\n',
    choices: { incomplete: 'leaveOut' },
    message: 'Only 1 of 3 rows have a value in every column. Ignore the columns that have gaps.',
  },
  {
    what: 'double',
    csv: 'a,a=x,b\nx,1,2\ny,3,4\n',
    choices: { encoded: ['a'] },
    message: 'Two columns would be called "a=x". Rename one.',
  },
  {
    what: 'sep',
    csv: 'sep=;\na;b\n1;2\nx;3\n4;5',
    message: 'Row 4, column "a": "x" is no number. Write a number, or remove the row.',
  },
  {
    what: 'json',
    csv: '[{"a":1,"b":2},\n{"a":2,"b":3}]',
    message: 'This starts with "[{\\"a\\":1,\\"b\\":", as JSON or a web page does. Save the table as CSV.',
  },
  {
    what: 'html',
    csv: '<table><tr><td>1</td></tr></table>',
    message: 'This starts with "<table><tr><", as JSON or a web page does. Save the table as CSV.',
  },
  {
    what: 'too many columns',
    csv: `${'a,'.repeat(2001)}a\n1,2\n`,
    message: 'The table has 2002 columns, the Lab reads 2000. Remove some.',
  },
  {
    what: 'a column and cells of others: the column first, then row by row',
    csv: 'city,a,b\nBern,1,2\nGenf,,3\nBern,4,x\nBern,?,5\n',
    message:
      'Column "city" holds words ("Bern", "Genf"), no numbers. Ignore it, or make an input of each word.\nRow 3, column "a" is empty. Fill it in, or leave out rows with missing values.\nRow 4, column "b": "x" is no number. Write a number, or remove the row.\nRow 5, column "a": "?" is no value. Fill it in, or leave out rows with missing values.',
  },
  {
    what: 'delimiters only',
    csv: ',,,\n,,,\n',
    message: 'The table is empty. Paste rows of values with commas between them, and a heading above.',
  },
  {
    what: 'far too many rows',
    csv: `a,b\n${'1,2\n'.repeat(30_000)}`,
    message: 'The table has 30001 lines, the Lab trains on 5000 rows. Keep fewer.',
  },
];
