/**
 * The elementary functions once more, for other languages that must give the same bits: `@chainrule/core/definitions`. Line for line
 * what the files beside this one say, with the same order of operations. Where no factor can over- or underflow, one power of two does
 * for two: that is exact. All values are 64-bit floats.
 *
 * A text begins with its parameters. A line is `name = expression`, `if condition return expression`, `if condition` or
 * `while condition` before a block, or `return expression`; an expression has one `condition ? a : b` at most, which is all of it.
 * `polynomial(name, x)` stands alone: the table of that name at x, as `polynomial` evaluates it. A language brings `abs`, `floor`,
 * `powerOfTwo(k)`, `exponentOf(x)`, `isNegative(x)` (−0 is) and `twoOverPi(i)`.
 */
export const definitions: Readonly<Record<string, string>> = {
  scale: `(y, k)
if abs(k) < 1000 return y * powerOfTwo(k)
half = floor(k / 2)
return y * powerOfTwo(half) * powerOfTwo(k - half)`,

  upper: `(a)
c = 134217729 * a
return c - (c - a)`,

  productTail: `(a, b, p)
a1 = upper(a)
a2 = a - a1
b1 = upper(b)
b2 = b - b1
return a1 * b1 - p + a1 * b2 + a2 * b1 + a2 * b2`,

  quotientTail: `(n, nLow, d, dLow, q, inverse)
p = q * d
return (n - p - productTail(q, d, p) + (nLow - q * dLow)) * inverse`,

  quotient: `(n, nLow, d, dLow)
inverse = 1 / d
q = n * inverse
return q + quotientTail(n, nLow, d, dLow, q, inverse)`,

  exponentOfExp: `(x)
return x * 1.4426950408889634 - 0.0849625 + 6755399441055744 - 6755399441055744`,

  expTail: `(h, l)
r = h - l
z = r * r
t = polynomial(exp, r)
return l + (r * z * t - 0.5 * z)`,

  expOfSum: `(high, low)
k = exponentOfExp(high)
h = high - k * ln2High
return scale(1 + (h - expTail(h, k * ln2Low - low)), k)`,

  exp: `(x)
if x != x return x
if abs(x) > 700
  x = x > 710 ? 710 : x
  x = x < -746 ? -746 : x
k = exponentOfExp(x)
r = x - k * ln2High - k * ln2Low
return scale(1 + (r - expTail(r, 0)), k)`,

  expm1: `(x)
if x != x return x
x = x > 710 ? 710 : x
x = x < -40 ? -40 : x
k = exponentOfExp(x)
h = x - k * ln2High
tail = expTail(h, k * ln2Low)
t = powerOfTwo(k)
if x > 37 return scale(1 + (h - (tail + 1 / t)), k)
return t * (h - tail) - (1 - t)`,

  logOfSum: `(u, rest)
if u != u return u
if u == 0 return -infinity
if u < 0 return nan
if u == infinity return u
k = exponentOf(u)
f = scale(u, 0 - k) - 1
s = f / (2 + f)
z = s * s
half = 0.5 * f * f
q = polynomial(log, z)
tail = s * (half + z * (0.6666666666666666 + z * q))
return k * ln2High - (half - (tail + (k * ln2Low + rest / u)) - f)`,

  log: `(x)
return logOfSum(x, 0)`,

  log1p: `(x)
if x == 0 return x
u = 1 + x
return logOfSum(u, x - (u - 1))`,

  tanh: `(x)
if x != x return x
a = 2 * abs(x)
a = a > 40 ? 40 : a
k = exponentOfExp(a)
h = a - k * ln2High
t = powerOfTwo(k - 1)
v = t * h - (0.5 - t)
w = t * expTail(h, k * ln2Low)
d = v - w + 1
n = d - 1
q = n / d
s = 1 - q
y = q + (v - n - w) * (s * s)
return isNegative(x) ? -y : y`,

  erf: `(x)
if x != x return x
a = abs(x)
if a < 0.9
  z = x * x - 0.4
  r = polynomial(erf, z)
  return x + x * r
a = a > 6 ? 6 : a
u = upper(a)
s = (a - 1) / (a + 3)
g = polynomial(erfc, s)
y = 1 - expOfSum(-u * u, (u - a) * (u + a)) * g
return x < 0 ? -y : y`,

  huge: `(x, part)
a = abs(x)
if a == infinity return nan
shift = floor((exponentOf(a) - 5) / 24)
z = scale(a, -24 * shift)
m0 = floor(z)
z = (z - m0) * 16777216
m1 = floor(z)
m2 = (z - m1) * 16777216
h = 0
l = 0
k = 0
unit = 1
i = shift + 2
while i < shift + 10
  t = (m0 * twoOverPi(i) + m1 * twoOverPi(i - 1) + m2 * twoOverPi(i - 2)) * unit
  t = t - 4 * floor(t / 4)
  s = h + t
  b = s - h
  l = l + (h - (s - b) + (t - b))
  h = s
  if i == shift + 4
    k = h + 6755399441055744 - 6755399441055744
    h = h - k
  unit = unit / 16777216
  i = i + 1
f = h + l
l = h - f + l
y = f * 1.5707963267948966
e = productTail(f, 1.5707963267948966, y) + (f * 6.123233995736766e-17 + l * 1.5707963267948966)
s = y + e
sign = x < 0 ? -1 : 1
if part == 0 return sign * k
return part == 1 ? sign * s : sign * (s - y - e)`,

  // part 0 of x modulo π/2 is its quadrant, 1 less 2 the remainder
  reduced: `(x, part)
if abs(x) >= 12000 return huge(x, part)
k = x * 0.6366197723675814 + 6755399441055744 - 6755399441055744
if part == 0 return k
r = x - k * 1.5707963267941523
w = k * 7.443547480480255e-13
h = r - w
return part == 1 ? h : w - (r - h) + k * 6.36831716351095e-25`,

  cosineHead: `(h)
return 1 - 0.5 * (h * h)`,

  sineTail: `(h, l)
z = h * h
s = polynomial(sine, z)
return h * (z * s) + l * cosineHead(h)`,

  cosineTail: `(h, l)
z = h * h
half = 0.5 * z
c = polynomial(cosine, z)
return 1 - (1 - half) - half + (z * z * c + h * l)`,

  sineOfQuadrant: `(x, turn)
h = reduced(x, 1)
l = reduced(x, 2)
q = reduced(x, 0) + turn
q = q - 4 * floor(q / 4)
odd = q - 2 * floor(q / 2)
y = odd == 1 ? cosineHead(h) + cosineTail(h, l) : h - sineTail(h, l)
return q > 1 ? -y : y`,

  sin: `(x)
return sineOfQuadrant(x, 0)`,

  cos: `(x)
return sineOfQuadrant(x, 1)`,

  tan: `(x)
if abs(x) < 7e-9 return x
k = reduced(x, 0)
h = reduced(x, 1)
l = reduced(x, 2)
t = sineTail(h, l)
s = h - t
sLow = h - s - t
a = cosineHead(h)
t = cosineTail(h, l) - 0.5 * productTail(h, h, h * h)
c = a + t
cLow = a - c + t
if k - 2 * floor(k / 2) == 1 return -quotient(c, cLow, s, sLow)
return quotient(s, sLow, c, cLow)`,

  atan2: `(y, x)
if x != x return x
if y != y return y
u = abs(y)
v = abs(x)
big = u > v ? u : v
if big == infinity
  u = u == big ? 1 : 0
  v = v == big ? 1 : 0
  big = 1
big = big == 0 ? 1 : big
factor = big > 1e298 ? powerOfTwo(-100) : 1
factor = big < 1e-271 ? powerOfTwo(200) : factor
small = u > v ? v : u
small = small * factor
big = big * factor
octants = small > 0.41421356237309503 * big ? 1 : 0
p = octants * big
n = small - p
nLow = small - (n + p)
p = octants * small
d = big + p
dLow = big - d + p
w = n / d
wLow = abs(w) < 1e-9 ? 0 : quotientTail(n, nLow, d, dLow, w, 1 / d)
z = w * w
a = polynomial(atan, z)
tail = w * z * a + (wLow - z * wLow)
sign = 1
if u > v
  octants = 2 - octants
  sign = -1
if isNegative(x)
  octants = 4 - octants
  sign = -sign
turn = octants / 2
h = turn * 1.5707963267948966
w = sign * w
s = h + w
s = s + (h - s + w + (turn * 6.123233995736766e-17 + sign * tail))
return isNegative(y) ? -s : s`,

  powerOfPositive: `(x, y)
k = exponentOf(x)
m = scale(x, 0 - k)
f = m - 1
d = 1 + m
inverse = 1 / d
s = f * inverse
tail = quotientTail(f, 0, d, m - (d - 1), s, inverse)
s1 = upper(s)
s2 = s - s1 + tail
zHigh = s1 * s1
zLow = s2 * (s1 + s + tail)
z = zHigh + zLow
z1 = upper(z)
z2 = zHigh - z1 + zLow
r = polynomial(power, z)
q = 3.700743415417188e-17 + z * r
w = 0.6666666666666666 + q
w1 = upper(w)
w2 = 0.6666666666666666 - w1 + q
vHigh = z1 * w1
vLow = z2 * w + z1 * w2
u = 2 + (vHigh + vLow)
u1 = upper(u)
u2 = 2 - u1 + vHigh + vLow
pHigh = s1 * u1
pLow = s2 * u + s1 * u2
a = k * ln2High
sum = a + pHigh
rest = a - sum + pHigh + (pLow + k * ln2Low)
l = sum + rest
l1 = upper(l)
l2 = sum - l1 + rest
y = y > 1e20 ? 1e20 : y
y = y < -1e20 ? -1e20 : y
y1 = upper(y)
high = y1 * l1
if high > 1000 return infinity
if high < -1000 return 0
return expOfSum(high, (y - y1) * l + y1 * l2)`,

  power: `(x, y)
if y == 0 return 1
if x != x return x
if y != y return y
a = abs(x)
if a == 1
  if abs(y) == infinity return nan
p = (a < 1) == (y < 0) ? infinity : 0
if a + a != a
  p = powerOfPositive(a, y)
if isNegative(x)
  if floor(y) != y return a + a == a ? p : nan
  if floor(y / 2) != y / 2 return -p
return p`,

  // NaN if one is; −0 below 0
  maximum: `(a, b)
if a > b return a
if b > a return b
if a == b return isNegative(a) ? b : a
return a + b`,

  minimum: `(a, b)
return -maximum(-a, -b)`,
};
