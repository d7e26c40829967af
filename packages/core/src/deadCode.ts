import type { Program } from './program.ts';

/** The program without the instructions that no output needs; the first `leaves` stay, since rows and parameters do. */
export function withoutDeadCode(program: Program, leaves: number): Program {
  const live = new Uint8Array(program.length).fill(1, 0, leaves);
  for (const id of program.outputs) live[id] = 1;
  for (let id = program.length - 1; id >= 0; id--)
    if (live[id] === 1)
      for (let i = program.argStart[id] as number; i < (program.argStart[id + 1] as number); i++)
        live[program.args[i] as number] = 1;
  const kept = Int32Array.from({ length: live.reduce((a, b) => a + b, 0) });
  const renumbered = new Int32Array(program.length);
  let length = 0;
  for (let id = 0; id < program.length; id++)
    if (live[id] === 1) {
      renumbered[id] = length;
      kept[length++] = id;
    }
  if (length === program.length) return program;
  const argStart = new Int32Array(length + 1);
  const args = new Int32Array(program.args.length);
  let end = 0;
  kept.forEach((id, i) => {
    for (let a = program.argStart[id] as number; a < (program.argStart[id + 1] as number); a++)
      args[end++] = renumbered[program.args[a] as number] as number;
    argStart[i + 1] = end;
  });
  return {
    ...program,
    length,
    op: Uint8Array.from(kept, (id) => program.op[id] as number),
    args: args.slice(0, end),
    argStart,
    aux: Float64Array.from(kept, (id) => program.aux[id] as number),
    rank: Uint8Array.from(kept, (id) => program.rank[id] as number),
    outputs: program.outputs.map((id) => renumbered[id] as number),
  };
}
