import { ask } from '../store.ts';
import type { Check } from './check.ts';
import type { EngineFinding } from './checkEngines.ts';
import { readable } from './readable.ts';

export const engines: Check = {
  title: 'Engines agree to the bit',
  about: 'Outputs, loss and derivatives over training rows, on every engine that is allowed here.',
  run: async () => {
    const findings = await ask('checkEngines', undefined);
    const ran = findings.filter((finding) => finding.ran !== undefined);
    const different = ran.reduce((sum, finding) => sum + finding.different, 0);
    return {
      holds: different === 0 && ran.length > 1,
      result:
        different === 0
          ? `${readable(ran[0]?.numbers ?? 0)} numbers on ${ran.length} engines: not one bit differs.`
          : `${readable(different)} numbers have other bits.`,
      numbers: findings.map((finding) => [finding.name, wordsFor(finding)]),
    };
  },
};

function wordsFor({ ran, obstacle, numbers, different, largest }: EngineFinding): string {
  if (ran === undefined) return obstacle ?? 'did not run';
  if (ran === 'interpreter') return 'the reference';
  return `${ran} ran, ${readable(different)} of ${readable(numbers)} differ, largest difference ${largest}`;
}
