/** Tells what is wrong with a value, and where; undefined if it is what it has to be. */
export type Schema<T> = ((value: unknown, place?: string) => string | undefined) & { readonly gives?: () => T };

/** What a value is that a schema finds nothing wrong with. */
export type Valid<S> = S extends { readonly gives?: () => infer T } ? T : never;

type Fields = Readonly<Record<string, Schema<unknown>>>;
type OptionalOf<F> = { [K in keyof F]: undefined extends Valid<F[K]> ? K : never }[keyof F];
type Flat<T> = { [K in keyof T]: T[K] };
type ValidFields<F> = Flat<
  { -readonly [K in Exclude<keyof F, OptionalOf<F>>]: Valid<F[K]> } & {
    -readonly [K in OptionalOf<F>]?: Valid<F[K]>;
  }
>;

const plain =
  <T>(expected: string, holds: (value: unknown) => boolean): Schema<T> =>
  (value, place) =>
    holds(value) ? undefined : misfit(place, expected, value);

const misfit = (place: string | undefined, expected: string, value: unknown): string =>
  `at ${place || 'the whole'}, expected ${expected} but received ${shown(value)}`;

function shown(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

const within = (place: string | undefined, key: string | number): string => (place ? `${place}.${key}` : String(key));

export const anything: Schema<unknown> = () => undefined;
/** What has been looked at before. */
export const trusted = <T>(): Schema<T> => anything as Schema<T>;
export const flag: Schema<boolean> = plain('true or false', (value) => typeof value === 'boolean');

/** A text of at most so many characters. */
export const text = (most: number): Schema<string> =>
  plain(`a text of at most ${most} characters`, (value) => typeof value === 'string' && value.length <= most);

/** A number in a range; never NaN. */
export const between = (least: number, most: number): Schema<number> =>
  plain(`a number from ${least} to ${most}`, (value) => typeof value === 'number' && value >= least && value <= most);

/** A whole number in a range. */
export const whole = (least: number, most: number): Schema<number> =>
  plain(
    `a whole number from ${least} to ${most}`,
    (value) => Number.isInteger(value) && (value as number) >= least && (value as number) <= most,
  );

export const oneOf = <const T extends string | number>(...those: readonly T[]): Schema<T> =>
  plain(those.map((each) => JSON.stringify(each)).join(' or '), (value) => those.includes(value as T));

export const optional =
  <T>(of: Schema<T>): Schema<T | undefined> =>
  (value, place) =>
    value === undefined ? undefined : of(value, place);

/** A list of at most so many values of one kind. */
export const list =
  <T>(of: Schema<T>, most: number): Schema<T[]> =>
  (value, place) => {
    if (!Array.isArray(value) || value.length > most) return misfit(place, `a list of at most ${most}`, value);
    for (let i = 0; i < value.length; i++) {
      const trouble = of(value[i], within(place, i));
      if (trouble !== undefined) return trouble;
    }
    return undefined;
  };

/** A list of so many values, each of a kind of its own. */
export const tuple =
  <const S extends readonly Schema<unknown>[]>(...of: S): Schema<{ -readonly [I in keyof S]: Valid<S[I]> }> =>
  (value, place) => {
    if (!Array.isArray(value) || value.length !== of.length) return misfit(place, `a list of ${of.length}`, value);
    return firstOf(of, (each, i) => each(value[i], within(place, i)));
  };

/** An object with these fields and no others. */
export const record =
  <F extends Fields>(fields: F): Schema<ValidFields<F>> =>
  (value, place) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return misfit(place, 'an object', value);
    const unknown = Object.keys(value).find((key) => !Object.hasOwn(fields, key));
    if (unknown !== undefined) return `at ${within(place, unknown)}, expected nothing: there is no such field`;
    return firstOf(Object.entries(fields), ([key, of]) => of((value as never)[key], within(place, key)));
  };

/** An object whose `kind` says which fields it has. */
export const variant = <K extends Readonly<Record<string, Fields>>>(
  kinds: K,
): Schema<{ [N in keyof K]: Flat<{ kind: N } & ValidFields<K[N]>> }[keyof K]> => {
  const kind = oneOf(...Object.keys(kinds));
  const records = new Map(Object.entries(kinds).map(([name, fields]) => [name, record({ kind, ...fields })]));
  return (value, place) => {
    const its = (value as { readonly kind?: string } | null | undefined)?.kind;
    return (records.get(its as string) ?? record({ kind }))(value, place);
  };
};

function firstOf<T>(all: readonly T[], troubleOf: (each: T, i: number) => string | undefined): string | undefined {
  for (let i = 0; i < all.length; i++) {
    const trouble = troubleOf(all[i] as T, i);
    if (trouble !== undefined) return trouble;
  }
  return undefined;
}
