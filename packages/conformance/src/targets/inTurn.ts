import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Does the same with one thing after the other, each in a folder of its own. */
export const inTurn =
  <T, R>(one: (thing: T, folder: string) => Promise<R>) =>
  async (things: readonly T[], folder: string): Promise<readonly R[]> => {
    const results: R[] = [];
    for (const [i, thing] of things.entries()) {
      const own = join(folder, `${i}`);
      mkdirSync(own);
      results.push(await one(thing, own));
    }
    return results;
  };
