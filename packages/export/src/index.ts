export { ExportError } from './errors.ts';
export type { JavaScriptOptions } from './javascript/module.ts';
export { toJavaScript } from './javascript/toJavaScript.ts';
export { toTypeScript } from './javascript/toTypeScript.ts';
export { toLatex } from './people/toLatex.ts';
export { toMathML } from './people/toMathML.ts';
export type { FormulaExportOptions } from './people/toText.ts';
export { toText } from './people/toText.ts';
export type { VectorOptions } from './testVectors.ts';
