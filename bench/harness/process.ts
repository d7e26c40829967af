import { spawn, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';

/** Keeps this process, and those that it starts from now on, on one core; gives whether that can be done here. */
export function keepToOneCore(): boolean {
  const core = String(availableParallelism() - 1);
  return spawnSync('taskset', ['-acp', core, String(process.pid)]).status === 0;
}

/** A line that another process printed. */
export type Answer = string;

/** Another process that answers every line with a line. */
export interface Conversation {
  /** The next line that it prints. */
  listen(): Promise<Answer>;
  ask(line: string): Promise<Answer>;
  end(): void;
}

/** Starts a program; `listen` and `ask` throw if it has ended. */
export function talk(program: string, args: readonly string[]): Conversation {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const listen = async (): Promise<Answer> => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${program} ${args.join(' ')} ended early`);
    return value;
  };
  const ask = (line: string): Promise<Answer> => {
    child.stdin.write(`${line}\n`);
    return listen();
  };
  return { listen, ask, end: () => child.stdin.end() };
}

/** A file of ours in a Node of its own. */
export const converse = (file: string, args: readonly string[]): Conversation =>
  talk(process.execPath, ['--conditions=@chainrule/source', file, ...args]);
