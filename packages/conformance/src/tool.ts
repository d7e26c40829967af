import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Runs a tool in a folder; gives what it prints, and throws with what it complains of. */
export async function tool(folder: string, command: string, ...args: string[]): Promise<string> {
  try {
    return (await execute(command, args, { cwd: folder, maxBuffer: 2 ** 28 })).stdout;
  } catch (error) {
    const { stdout, stderr, message } = error as { stdout?: string; stderr?: string; message: string };
    throw new Error(
      `${command} ${args.join(' ')}\n${stdout?.slice(0, 2000)}${stderr?.slice(0, 4000)}${message.slice(0, 500)}`,
    );
  }
}
