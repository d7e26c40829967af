// Prints what this Node makes of the corpus; `--without-wasm` takes WebAssembly away before.
import { platformReport } from './report.ts';

if (process.argv.includes('--without-wasm')) Reflect.deleteProperty(globalThis, 'WebAssembly');
console.log(JSON.stringify(platformReport()));
