/** Beyond it a gradient's square, which optimizers keep, may overflow: |loss| + Σ |∂loss/∂parameter| stays below. */
export const largestGradient: number = 2 ** 500;

/** What a loop works on. */
export interface LoopState {
  /** The parameters that are trained. */
  readonly values: Float64Array;
  /** What the optimizer remembers of each of them. */
  readonly memory: readonly Float64Array[];
  /** All parameters of the program as they were at the start of the run; those that are not trained count. */
  readonly fixed: Float64Array;
}
