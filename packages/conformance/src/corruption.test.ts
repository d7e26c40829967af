// How surely an artefact finds an accident to one of its numbers.
import { outputNodes, parameters, randomGenerator } from '@chainrule/core';
import { toJavaScript } from '@chainrule/export';
import { describe, expect, it } from 'vitest';
import { rowsOf } from './nets/net.ts';
import { classifier, handwriting, iris, moons, thermometer } from './nets/trained.ts';

/** Whether a module's self test passes; text that does not parse does not. */
function passes(text: string): boolean {
  const body = text.replaceAll(/^export /gm, '');
  try {
    return new Function(`"use strict";${body}\nreturn selfTest() <= bound;`)() === true;
  } catch {
    return false;
  }
}

describe.each([thermometer, classifier, moons, iris, handwriting])('a module of $name', (make) => {
  it.each(['drawn rows', 'rows of data'])(
    'with %s finds any other digit among the first three of a parameter',
    async (kind) => {
      const net = await make();
      const text = toJavaScript(net.outputs, kind === 'drawn rows' ? {} : { vectors: { rows: rowsOf(net) } });
      expect(passes(text)).toBe(true);
      const { integer } = randomGenerator(3);
      const all = outputNodes(net.outputs).flatMap((node) => [...parameters(node)].map(({ value }) => value));
      const missed = Array.from({ length: 60 }, () => {
        const digits = String(Math.abs(all[integer(all.length)] as number))
          .replace(/^0/, '')
          .replace(/e.*/, '');
        const at = text.indexOf(digits);
        const place =
          at +
          [...digits.matchAll(/\d/g)].map(({ index }) => index).filter((i) => /[1-9]/.test(digits.slice(0, i + 1)))[
            integer(3)
          ]!;
        const other = (Number(text[place]) + 1 + integer(9)) % 10;
        return passes(text.slice(0, place) + other + text.slice(place + 1)) ? `${digits} at ${place - at}` : '';
      }).filter((each) => each !== '');
      expect(missed).toEqual([]);
    },
    600_000,
  );
});
