// What compiling costs: by stage, to the first step of a process that has just started, as graphs grow, and in bytes.
import { coldCases } from './cold/all.ts';
import { measure } from './measure.ts';

await measure(
  import.meta.filename,
  Object.fromEntries(Object.entries(coldCases).map(([name, { run }]) => [name, run])),
);
