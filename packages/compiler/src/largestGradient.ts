/** Gradients have to stay below it in magnitude: beyond it, sums of their squares, which optimizers keep, may overflow. */
export const largestGradient: Readonly<Record<'f64' | 'f32', number>> = { f64: 2 ** 500, f32: 2 ** 60 };
