import type { Screen } from '../terminal/screen.ts';
import { aboveTheLine } from './aboveTheLine.ts';
import { closing } from './closing.ts';
import { fahrenheit } from './fahrenheit.ts';
import { flowers } from './flowers.ts';
import { network } from './network.ts';
import { plainFunction } from './plainFunction.ts';
import { proofs } from './proofs.ts';
import { teller } from './teller.ts';
import { twoMoons } from './twoMoons.ts';

/** Tells the whole story; gives the exit code: 0 if all that was claimed came true, else 1. */
export async function story(screen: Screen, now: () => number = () => performance.now()): Promise<number> {
  const tell = teller(screen);
  network(tell);
  await fahrenheit(tell);
  await aboveTheLine(tell);
  await twoMoons(tell);
  const trial = await flowers(tell);
  plainFunction(tell, trial);
  proofs(tell, trial);
  return closing(tell, now() / 1000);
}
