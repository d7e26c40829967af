/** Why a command did not do what it was asked to; `exitCode` says what kind of reason it is. */
export class CommandError extends Error {
  override name = 'CommandError';
  readonly exitCode: number;

  constructor(exitCode: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

/** What the exit codes say. 0 is success. */
export const exitCodes = { failed: 1, usage: 2, data: 3, model: 4 } as const;

export const usageError = (message: string): CommandError => new CommandError(exitCodes.usage, message);
export const dataError = (message: string): CommandError => new CommandError(exitCodes.data, message);
export const failure = (message: string): CommandError => new CommandError(exitCodes.failed, message);

/** What the system says of a file, in words. */
export function fileTrouble(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return troubles[code ?? ''] ?? message;
}

const troubles: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'it may not be opened',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  ENOSPC: 'there is no room left',
};
