import { type Machine, type Program, pieceMachine, type Run } from '@chainrule/core';
import { instantiate } from './instantiate.ts';
import { layouts, withShortLists } from './layout.ts';
import { scopeOf } from './spelling.ts';
import { countName, write } from './write.ts';

/** A program for batches, in pieces whose samples generated loops go through. */
export function batchEngine(given: Program): Machine['run'] {
  const program = withShortLists(given);
  const { rank } = program;
  const lay = layouts(program);
  const scope = scopeOf(program);
  const compile = (ids: readonly number[]): Run => {
    const plan = lay(ids);
    const functions = plan.chunks.map((chunk) => {
      const used = new Set<number>();
      const place = (id: number): string => {
        used.add(id);
        return rank[id] === 1 ? `v[o${id}+i]` : `v[o${id}]`;
      };
      const text = write(plan, chunk, { prefix: 'v', read: place, keep: place });
      const offsets = Array.from(used, (id) => `const o${id}=O[${id}];`).join('');
      return instantiate<Run>(`(function(v,O,m,${countName}){${offsets}for(let i=0;i<m;i++){${text}}})`, scope);
    });
    return (v, offset, n, total) => {
      for (const run of functions) run(v, offset, n, total);
    };
  };
  return pieceMachine(program, compile).run;
}
