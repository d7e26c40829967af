import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lower, type Outputs } from '@chainrule/core';
import { fingerprint } from '@chainrule/export';
import type { Command } from '../command.ts';
import { dataError, failure, fileTrouble } from '../errors.ts';
import { exportOptions, rowsHelp } from '../exportOptions.ts';
import { writing } from '../output.ts';
import { readOnce } from '../readModel.ts';
import { targetOf } from '../targetOf.ts';
import { allSettings, printed, type Target } from '../targets.ts';
import type { SelfTest } from '../verify/selfTest.ts';

/** `chainrule verify model.json model.h` */
export const verify: Command = {
  name: 'verify',
  about: 'Checks that an artefact is that of a network, and that it agrees with it.',
  files: ['model.json', 'artefact'],
  options: {
    to: { short: 't', value: 'target', about: 'what the artefact is (by default what the end of its name says)' },
    rows: rowsHelp,
    ...allSettings,
  },
  more: () => [
    'Code is run, with the tool of its language on this machine: it checks itself with the test vectors that it carries.',
    'What carries no check of its own is printed again and compared: give the options that it was exported with.',
  ],
  run: async ([model, file], { to, ...options }, { stdout }) => {
    const target = targetOf(to, file);
    const read = readOnce(model as string);
    const settings = await exportOptions(target, options, read);
    const outputs = await read();
    const bytes = await readFile(file as string).catch((error: unknown) => {
      throw dataError(`${file}: ${fileTrouble(error)}.`);
    });
    const told =
      (target.selfTest && (await selfTested(file as string, bytes.toString(), outputs, target.selfTest))) ??
      compared(file as string, bytes, printed(target, outputs, settings), target);
    await writing(undefined, stdout, (write) => write(`${file}: ${told}\n`));
  },
};

async function selfTested(
  file: string,
  text: string,
  outputs: Outputs,
  selfTest: SelfTest,
): Promise<string | undefined> {
  const wanted = fingerprint(lower(outputs));
  const [, found] = /Graph ([0-9a-f]{16}):/.exec(text.slice(0, 2000)) ?? [];
  if (found === undefined)
    throw failure(
      `${file} does not say which graph it is of: it was not exported by Chainrule, or its head was cut off.`,
    );
  if (found !== wanted)
    throw failure(
      `${file} is of another network: its graph is ${found}, that of the model is ${wanted}. Export it again.`,
    );
  const folder = await mkdtemp(join(tmpdir(), 'chainrule-'));
  try {
    const verdict = await selfTest(text, folder);
    if (verdict === undefined) return undefined;
    const { error, bound } = verdict;
    if (!(error <= bound))
      throw failure(
        `${file} does not agree with the network: it is off by ${error}, and promises ${bound}. It was changed, or this machine computes differently.`,
      );
    return `agrees with the network: off by ${error}, promised ${bound} (graph ${found}).`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function compared(file: string, found: Buffer, wanted: string | Uint8Array, { name }: Target): string {
  if (Buffer.from(wanted as string).equals(found)) return `is what ${name} prints of the network.`;
  const [lines, expected] = [found.toString(), wanted.toString()].map((text) => text.split('\n')) as [
    string[],
    string[],
  ];
  const at = expected.findIndex((line, i) => line !== lines[i]);
  const line = at < 0 ? expected.length : at;
  throw failure(
    `${file} is not what ${name} prints of the network with these options. Line ${line + 1} is ${quoted(lines[line])}, expected ${quoted(expected[line])}.`,
  );
}

const quoted = (line: string | undefined): string =>
  line === undefined ? 'missing' : JSON.stringify(line.length > 120 ? `${line.slice(0, 120)}…` : line);
