import { ChainruleError, describe } from '@chainrule/core';

/** What runs programs; 'auto' takes what is fastest for the program at hand. */
export type EngineName = 'auto' | 'interpreter' | 'javascript' | 'wasm';

/** How programs are run. */
export interface EngineOptions {
  /** Default 'auto'. */
  readonly engine?: EngineName;
  /**
   * 'f64', the default: the same bits on every engine. 'f32' is faster and has about 7 digits; WebAssembly only. Training in f32
   * keeps numbers below 2⁻¹²⁶ as 0 (denormal numbers take processors long).
   */
  readonly precision?: 'f64' | 'f32';
  /** Allows fused multiply-add, where the runtime has it: faster, other last bits. Default false. */
  readonly fast?: boolean;
}

/** Which engine runs, and why that one. */
export interface EngineReport {
  readonly name: Exclude<EngineName, 'auto'>;
  readonly reason: string;
}

/** An engine cannot do what was asked for. */
export class CompilerError extends ChainruleError {
  override name = 'CompilerError';
}

const allowed = {
  engine: ['auto', 'interpreter', 'javascript', 'wasm'],
  precision: ['f64', 'f32'],
  fast: [false, true],
} as const;

/**
 * The options with what was left out.
 * @throws CompilerError if one does not exist, has a value that does not, or does not go with another.
 */
export function checkedOptions(options: EngineOptions): Required<EngineOptions> {
  if (typeof options !== 'object' || options === null)
    throw new CompilerError(
      `The options are ${describe(options)}, expected a record of ${Object.keys(allowed).join(', ')}.`,
    );
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(allowed, name))
      throw new CompilerError(`There is no option ${describe(name)}. Options: ${Object.keys(allowed).join(', ')}.`);
    const values: readonly unknown[] = allowed[name as keyof typeof allowed];
    if (value !== undefined && !values.includes(value))
      throw new CompilerError(
        `${name} is ${describe(value)}, expected ${values.map((v) => JSON.stringify(v)).join(' or ')}.`,
      );
  }
  const { engine = 'auto', precision = 'f64', fast = false } = options;
  if (precision === 'f32' && (engine === 'interpreter' || engine === 'javascript'))
    throw new CompilerError(`Engine '${engine}' computes in f64 only. For precision 'f32' choose 'wasm' or 'auto'.`);
  return { engine, precision, fast };
}
