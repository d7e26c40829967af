/**
 * The elementary functions in 32-bit floats, in the form of core's `definitions`, from additions, multiplications and
 * divisions alone: what shading languages promise of their own is too little (WGSL: an absolute error of 2⁻¹¹ for a sine, 3 + 2|x| ulp
 * for an exponential). A few ulp off; those of angles up to |x| = 12,000. A language brings `isNan(x)`, `isNegative(x)` (−0 is),
 * `powerOfTwo(k)`, `exponentOf(x)`, `nan()` and `infinity()`.
 */
export const functions: Readonly<Record<string, string>> = {
  scale: `(y, k)
h = floor(k * 0.5)
return y * powerOfTwo(h) * powerOfTwo(k - h)`,

  // exp(r) - 1 for r from -0.28 to 0.4
  smallExpm1: `(r)
t = polynomial(exp, r)
return r + r * r * (0.5 - r * t)`,

  exp: `(x)
if isNan(x) == 1
  return x
c = x > 89 ? 89 : x
c = c < -104 ? -104 : c
k = floor(c * 1.442695 + 0.4150375)
return scale(1 + smallExpm1(c - k * 0.693359375 + k * 0.00021219444), k)`,

  expm1: `(x)
return abs(x) < 0.28 ? smallExpm1(x) : exp(x) - 1`,

  logOfParts: `(k, f)
s = f / (2 + f)
z = s * s
q = polynomial(log, z)
return k * 0.6931472 + s * (2 + z * (0.6666667 + z * q))`,

  log: `(x)
if isNan(x) == 1
  return x
if x < 0
  return nan()
if x == 0
  return -infinity()
if x > 3.4028234e38
  return x
k = exponentOf(x)
return logOfParts(k, scale(x, 0 - k) - 1)`,

  log1p: `(x)
return abs(x) < 0.29 ? logOfParts(0, x) : log(1 + x)`,

  tanh: `(x)
if isNan(x) == 1
  return x
a = 2 * abs(x)
e = a < 0.28 ? smallExpm1(a) : 0
y = a < 0.28 ? e / (e + 2) : 1 - 2 / (exp(a) + 1)
return x < 0 ? -y : y`,

  erf: `(x)
if isNan(x) == 1
  return x
z = x * x - 0.4
r = polynomial(erf, z)
if abs(x) < 0.9
  return x + x * r
c = abs(x)
c = c > 4 ? 4 : c
s = (c - 1) / (c + 3)
g = polynomial(erfc, s)
y = 1 - exp(-c * c) * g
return x < 0 ? -y : y`,

  // x less k quarter turns
  restOfTurn: `(x, k)
return x - k * 1.5703125 - k * 0.0004837513 - k * 7.54979e-8`,

  sineOfRest: `(h)
z = h * h
s = polynomial(sine, z)
return h - h * z * s`,

  cosineOfRest: `(h)
z = h * h
c = polynomial(cosine, z)
return 1 - (0.5 * z - z * z * c)`,

  sineOfTurn: `(x, turn)
k = floor(x * 0.63661975 + 0.5)
h = restOfTurn(x, k)
q = k + turn
q = q - 4 * floor(q * 0.25)
y = q - 2 * floor(q * 0.5) == 1 ? cosineOfRest(h) : sineOfRest(h)
return q > 1 ? -y : y`,

  sin: `(x)
return sineOfTurn(x, 0)`,

  cos: `(x)
return sineOfTurn(x, 1)`,

  tan: `(x)
k = floor(x * 0.63661975 + 0.5)
h = restOfTurn(x, k)
s = sineOfRest(h)
c = cosineOfRest(h)
return k - 2 * floor(k * 0.5) == 1 ? -c / s : s / c`,

  atan2: `(y, x)
if isNan(x) == 1
  return x
if isNan(y) == 1
  return y
u = abs(y)
v = abs(x)
big = u > v ? u : v
small = u > v ? v : u
t = big == 0 ? 0 : small / big
t = small > 3.4028234e38 ? 1 : t
middle = t > 0.41421357 ? 1 : 0
w = middle == 1 ? (t - 1) / (t + 1) : t
z = w * w
a = polynomial(atan, z)
angle = w + w * z * a + middle * 0.7853982
angle = u > v ? 1.5707964 - angle : angle
angle = isNegative(x) == 1 ? 3.1415927 - angle : angle
return isNegative(y) == 1 ? -angle : angle`,

  power: `(x, y)
if y == 0
  return 1
if isNan(x) == 1
  return x
if isNan(y) == 1
  return y
a = abs(x)
if a == 1
  if abs(y) > 3.4028234e38
    return nan()
special = a == 0 ? 1 : 0
special = a > 3.4028234e38 ? 1 : special
p = y < 0 ? infinity() : 0
if a > 3.4028234e38
  p = y < 0 ? 0 : infinity()
if special == 0
  p = exp(y * log(a))
if isNegative(x) == 0
  return p
if floor(y) != y
  return special == 1 ? p : nan()
return floor(y * 0.5) == y * 0.5 ? p : -p`,

  // NaN if one is
  maximum: `(a, b)
y = a > b ? a : b
y = isNan(b) == 1 ? b : y
return isNan(a) == 1 ? a : y`,

  minimum: `(a, b)
y = a < b ? a : b
y = isNan(b) == 1 ? b : y
return isNan(a) == 1 ? a : y`,

  // |found - expected| / max(1, |expected|)
  errorOf: `(found, expected)
e = abs(found - expected) / maximum(1, abs(expected))
e = isNan(e) == 1 ? infinity() : e
e = found == expected ? 0 : e
return isNan(found) * isNan(expected) == 1 ? 0 : e`,
};
