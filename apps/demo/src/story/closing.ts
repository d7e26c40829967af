import type { Teller } from './teller.ts';

/** Where to read on, and whether all that was promised came true: the exit code. */
export function closing({ chapter, say, show, screen, ink, checks, broken }: Teller, seconds: number): number {
  chapter('Where to go from here');
  say(
    'The Lab shows networks like these in the browser: build, watch, step, train, read and export them. In a terminal, npm start serves it after this story.',
  );
  show([
    'README.md                 what it is, in one screen',
    'apps/demo/src/models      the networks of this story',
    'apps/demo/src/lab         the Lab',
    'packages/core/src         graph, gradient, formula',
    'packages/ops/src          add … sigmoid, a file each',
    'packages/losses/src       what training can make small',
    'packages/macros/src       linear, mlp, softmax',
    'packages/training/src     train, optimizers, metrics',
  ]);
  say(`${checks - broken.length} of ${checks} checks held. The whole story took ${seconds.toFixed(1)} seconds.`);
  if (broken.length === 0) return 0;
  screen.print('');
  screen.print(
    ink.wrong(broken.length === 1 ? 'One thing did not come true:' : `${broken.length} things did not come true:`),
  );
  for (const claim of broken) screen.print(`- ${claim}`);
  return 1;
}
