import type { Screen } from '../terminal/screen.ts';
import { portOf } from './portOf.ts';
import { serveLab } from './serveLab.ts';

interface Process {
  readonly env: Readonly<Record<string, string | undefined>>;
  once(event: string, listener: () => void): unknown;
}

/** Serves the Lab, if it could be built, until Ctrl-C, and says where it is; or says why it cannot be served. */
export async function stayOpen(
  { print }: Pick<Screen, 'print'>,
  built: PromiseSettledResult<string>,
  process: Process,
): Promise<void> {
  print('');
  try {
    if (built.status === 'rejected') throw built.reason;
    const { address, close } = await serveLab(built.value, portOf(process.env));
    const ended = Promise.race(
      ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => new Promise<void>((done) => process.once(signal, done))),
    );
    print(`The Lab is open: ${address}`);
    print('Ctrl-C closes it.');
    await ended;
    print('');
    await close();
  } catch (error) {
    print(`The Lab is not open. ${(error as Error).message}`);
  }
}
