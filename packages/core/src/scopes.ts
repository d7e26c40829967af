import type { Node, Scope } from './node.ts';

/** The macro calls that a graph was built by, in order of creation, and a label for each: `linear#2`. */
export interface Scopes {
  readonly list: readonly Scope[];
  labelOf(scope: Scope): string;
}

export function scopesOf(nodes: readonly Node[]): Scopes {
  const found = new Set<Scope>();
  for (const { scope } of nodes) if (!(scope && found.has(scope))) for (const its of chainOf(scope)) found.add(its);
  const list = [...found].sort((a, b) => a.id - b.id);
  const counts = new Map<string, number>();
  const labels = new Map<Scope, string>();
  for (const scope of list) {
    const count = (counts.get(scope.macro) ?? 0) + 1;
    counts.set(scope.macro, count);
    labels.set(scope, `${scope.macro}#${count}`);
  }
  return { list, labelOf: (scope) => labels.get(scope) as string };
}

/** A scope and those around it, from the inside out. */
export function chainOf(scope: Scope | undefined): Scope[] {
  const chain: Scope[] = [];
  for (let around = scope; around !== undefined; around = around.parent) chain.push(around);
  return chain;
}
