import { newScope, type Scope } from '../node.ts';
import { list, place, placeAt, record, text } from './check.ts';

/** The scope of each node. */
export function readScopes(written: unknown, nodes: number): readonly (Scope | undefined)[] {
  const scopes: Scope[] = [];
  const ofNode: (Scope | undefined)[] = new Array(nodes);
  list(written, '/scopes').forEach((entry, i) => {
    const pointer = `/scopes/${i}`;
    const { macro, parent, nodes: members } = record(entry, pointer);
    const around =
      parent === undefined
        ? undefined
        : scopes[place(parent, i, `${pointer}/parent`, 'the place of a scope before this one')];
    const scope = newScope(text(macro, `${pointer}/macro`), around);
    scopes.push(scope);
    const own = list(members, `${pointer}/nodes`);
    for (let k = 0; k < own.length; k++)
      ofNode[placeAt(own, k, nodes, `${pointer}/nodes`, 'the place of a node')] = scope;
  });
  return ofNode;
}
