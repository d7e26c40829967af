/** Where in the Lab something cannot be used. */
export type Part = 'address' | 'file' | 'data' | 'network' | 'training';

/** What a person gave cannot be used; the message says what, where, and what would do. */
export class LabError extends Error {
  override name = 'LabError';
  readonly part: Part;

  constructor(part: Part, message: string, options?: ErrorOptions) {
    super(message, options);
    this.part = part;
  }
}
