/**
 * The polynomials behind the elementary functions, highest degree first, evaluated by `polynomial` (its order of operations is
 * part of the promise). Every table has an even count: a leading 0 pads. Near-minimax fits, made by
 * `references/coefficients.py`; a coefficient carries no more digits than it needs.
 */

/** T of exp(r) = 1 + r + r²/2 − r³·T(r) for ln(3/4) ≤ r ≤ ln(3/2). */
export const expCoefficients: readonly number[] = [
  0, -2.6566277e-8, -2.758274512e-7, -2.755406775e-6, -2.480158944464e-5, -0.00019841272352532, -0.00138888888782025,
  -0.008333333332530342, -0.04166666666669425, -0.1666666666666752,
];

/** Q of log((1 + s)/(1 − s)) = s·(2 + z·(2/3 + z·Q(z))), z = s², for |s| ≤ (√2 − 1)/(√2 + 1). */
export const logCoefficients: readonly number[] = [
  0.147285192, 0.1532125548, 0.18183259974, 0.2222220499667, 0.285714286722443, 0.399999999997801,
];

/** The same Q to 2^−69, because `power` multiplies the logarithm. */
export const powerCoefficients: readonly number[] = [
  0.11723604, 0.117061957, 0.13334806212, 0.153845949346, 0.18181818335654, 0.2222222222165473, 0.2857142857142937, 0.4,
];

/** S of sin(x) = x − x·z·S(z), z = x², for |x| ≤ π/4. */
export const sineCoefficients: readonly number[] = [
  -1.58966596e-10, 2.5050755847e-8, -2.7557313677958e-6, 0.000198412698297691, -0.008333333333322366,
  0.16666666666666632,
];

/** C of cos(x) = 1 − z/2 + z²·C(z), z = x², for |x| ≤ π/4. */
export const cosineCoefficients: readonly number[] = [
  -1.138254e-11, 2.0876144984e-9, -2.755731726557e-7, 2.48015872987538e-5, -0.0013888888888887389, 0.041666666666666664,
];

/** A of atan(w) = w + w·z·A(z), z = w², for |w| ≤ √2 − 1. */
export const atanCoefficients: readonly number[] = [
  0.0162755217, -0.03456132297, 0.045512338448, -0.0523037545758, 0.05878918292976, -0.066664239543734,
  0.076922963231578, -0.0909090875170608, 0.11111111105119365, -0.14285714285659457, 0.19999999999999804,
  -0.3333333333333333,
];

/** R of erf(x) = x + x·R(x² − 0.4) for |x| ≤ 0.9; about 0.4, its terms hardly cancel. */
export const erfCoefficients: readonly number[] = [
  -8.493615e-10, 1.03141288e-8, -1.140340712e-7, 1.15177892386e-6, -1.049639061549e-5, 8.5330836290587e-5,
  -0.000610246770202588, 0.003772957709106987, -0.01973371341067444, 0.08510969996043621, -0.2975168983899393,
  -0.0056113060549282615,
];

/** G of erfc(x) = exp(−x²)·G((x − 1)/(x + 3)) for 0.9 ≤ x ≤ 6; about 1, because there its error weighs most. */
export const erfcCoefficients: readonly number[] = [
  -0.0004754499, 0.000100687, 0.002021236, 0.00033369324, -0.008420350327, -0.002173387211, 0.0426408193546,
  -0.02237153793708, -0.223946828934298, 0.72391668109852, -1.223484107479478, 1.37709692281494, -1.0928480591355942,
  0.427583576155807,
];
