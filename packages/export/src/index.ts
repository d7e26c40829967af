export { ExportError } from './errors.ts';
export type { JavaScriptOptions } from './javascript/module.ts';
export { toJavaScript } from './javascript/toJavaScript.ts';
export { toTypeScript } from './javascript/toTypeScript.ts';
export type { SpreadsheetOptions } from './spreadsheet/toSpreadsheet.ts';
export { toSpreadsheet } from './spreadsheet/toSpreadsheet.ts';
export type { SqlOptions } from './sql/toSql.ts';
export { toSql } from './sql/toSql.ts';
export type { VectorOptions } from './testVectors.ts';
