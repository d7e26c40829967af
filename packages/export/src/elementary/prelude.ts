/** Functions by name, in the form of core's `definitions`. */
export type Functions = Readonly<Record<string, string>>;

/** Functions that a language writes itself, because they look at the bits of a number or because it lacks them. */
export type Prelude = Readonly<Record<string, () => readonly string[]>>;
