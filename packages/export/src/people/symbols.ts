/** A name as mathematicians write one: a letter or a word, and what stands below it. */
export interface MathSymbol {
  readonly base: string;
  readonly index: string | undefined;
}

/**
 * Makes symbols of the names in a formula: `x1` → x₁, `pixel[3]` → pixel₃, `inputs["a b"]` → "a b". Different names get different
 * symbols: one that is taken already is written as it stands.
 */
export function symbolsOf(): (name: string) => MathSymbol {
  const known = new Map<string, MathSymbol>();
  const taken = new Set<string>();
  const isFree = ({ base, index }: MathSymbol): boolean => !taken.has(`${index} ${base}`);
  return (name) => {
    const given = known.get(name);
    if (given !== undefined) return given;
    const symbol = [parted(name), { base: name, index: undefined }].find(isFree) as MathSymbol;
    known.set(name, symbol);
    taken.add(`${symbol.index} ${symbol.base}`);
    return symbol;
  };
}

function parted(name: string): MathSymbol {
  const [, base = name, element] = /^(.*)\[(\d+)\]$/s.exec(name) ?? [];
  const [, letter, number] = /^(\p{L})([1-9]\d*|0)$/u.exec(base) ?? [];
  if (element === undefined && letter !== undefined) return { base: letter, index: number };
  const [, quoted] = /^inputs\[(".*")\]$/s.exec(base) ?? [];
  return { base: quoted ?? base, index: element };
}
