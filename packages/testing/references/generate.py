"""Reference values of every op and of its first derivatives, to 700 digits, rounded to doubles.

Run `python3 generate.py [op ...]` with mpmath 1.3 in this folder; each op has a file `<op>.json`.

A file maps the number of arguments to rows. A row is one string of words: the arguments, the value and its residual, then
each derivative and its residual. Arguments, values and derivatives are the sixteen hexadecimal digits of a double's bits; a
residual is what rounding took away, in thousandths of an ulp of the rounded number, so that an error can be stated in ulps.

The formulas below are the textbook ones, written a second time and not taken from the package: with 700 digits nothing
cancels. Derivatives come from dual numbers. Points where an op has a kink are left out; tests state those by hand.
"""

import json
import math
import random
import struct
import sys

from mpmath import mp, mpf

mp.dps = 700


class Dual:
    """A number and its derivatives for each argument."""

    def __init__(self, value, slopes):
        self.value = value
        self.slopes = slopes

    def combine(self, value, pairs):
        slopes = [mpf(0)] * len(self.slopes)
        for dual, factor in pairs:
            for i, slope in enumerate(dual.slopes):
                if slope != 0:
                    slopes[i] += slope * factor
        return Dual(value, slopes)

    def lift(self, other):
        return other if isinstance(other, Dual) else Dual(mpf(other), [mpf(0)] * len(self.slopes))

    def __add__(self, other):
        other = self.lift(other)
        return self.combine(self.value + other.value, [(self, 1), (other, 1)])

    def __mul__(self, other):
        other = self.lift(other)
        return self.combine(self.value * other.value, [(self, other.value), (other, self.value)])

    def __truediv__(self, other):
        other = self.lift(other)
        y = self.value / other.value
        return self.combine(y, [(self, 1 / other.value), (other, -y / other.value)])

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -self.lift(other)

    def __rsub__(self, other):
        return self.lift(other) - self

    def __rtruediv__(self, other):
        return self.lift(other) / self

    __radd__ = __add__
    __rmul__ = __mul__

    def __lt__(self, other):
        return self.value < self.lift(other).value

    def __le__(self, other):
        return self.value <= self.lift(other).value

    def __gt__(self, other):
        return self.value > self.lift(other).value

    def __ge__(self, other):
        return self.value >= self.lift(other).value


def unary(value, slope):
    """A function of a dual number from a function and its derivative, which may use the result y."""

    def apply(x):
        y = value(x.value)
        if not isinstance(y, mpf) or mp.isnan(y):
            raise ValueError("outside the domain")
        moving = any(s != 0 for s in x.slopes)
        return x.combine(y, [(x, slope(x.value, y))]) if moving else x.lift(y)

    return apply


def flat(value):
    return unary(value, lambda x, y: mpf(0))


exp = unary(mp.exp, lambda x, y: y)
expm1 = unary(mp.expm1, lambda x, y: mp.exp(x))
log = unary(mp.log, lambda x, y: 1 / x)
log1p = unary(lambda x: mp.log(1 + x), lambda x, y: 1 / (1 + x))
sqrt = unary(mp.sqrt, lambda x, y: 1 / (2 * y))
sin = unary(mp.sin, lambda x, y: mp.cos(x))
cos = unary(mp.cos, lambda x, y: -mp.sin(x))
tan = unary(mp.tan, lambda x, y: 1 + y * y)
asin = unary(mp.asin, lambda x, y: 1 / mp.sqrt(1 - x * x))
acos = unary(mp.acos, lambda x, y: -1 / mp.sqrt(1 - x * x))
atan = unary(mp.atan, lambda x, y: 1 / (1 + x * x))
sinh = unary(mp.sinh, lambda x, y: mp.cosh(x))
cosh = unary(mp.cosh, lambda x, y: mp.sinh(x))
tanh = unary(mp.tanh, lambda x, y: 1 / mp.cosh(x) ** 2)
asinh = unary(mp.asinh, lambda x, y: 1 / mp.sqrt(1 + x * x))
acosh = unary(mp.acosh, lambda x, y: 1 / (mp.sqrt(x - 1) * mp.sqrt(x + 1)))
atanh = unary(mp.atanh, lambda x, y: 1 / (1 - x * x))
erf = unary(mp.erf, lambda x, y: 2 / mp.sqrt(mp.pi) * mp.exp(-x * x))
absolute = unary(abs, lambda x, y: mp.sign(x))
cbrt = unary(lambda x: mp.sign(x) * mp.cbrt(abs(x)), lambda x, y: 1 / (3 * y * y))
floor = flat(mp.floor)


def power(a, b):
    if a.value < 0 and b.value != mp.floor(b.value):
        raise ValueError("outside the domain")
    if a.value == 0:
        raise ValueError("stated by hand")
    y = a.value ** b.value
    slope_b = y * mp.log(a.value) if a.value > 0 else None
    if slope_b is None:
        raise ValueError("the derivative for b is not real")
    return a.combine(y, [(a, b.value * a.value ** (b.value - 1)), (b, slope_b)])


def atan2(a, b):
    square = a.value ** 2 + b.value ** 2
    return a.combine(mp.atan2(a.value, b.value), [(a, b.value / square), (b, -a.value / square)])


def total(xs):
    return sum(xs[1:], xs[0])


def product(xs):
    y = xs[0]
    for x in xs[1:]:
        y = y * x
    return y


def mean(xs):
    return total(xs) / len(xs)


def variance(xs):
    m = mean(xs)
    return mean([(x - m) * (x - m) for x in xs])


def largest(xs):
    return max(xs, key=lambda x: x.value)


def smallest(xs):
    return min(xs, key=lambda x: x.value)


def truth(x, condition):
    return x.lift(1 if condition else 0)


def sigmoid(x):
    return 1 / (1 + exp(-x))


def softplus(x):
    return log1p(exp(x)) if x.value < 800 else x + log1p(exp(-x))


def phi(x):
    return 0.5 * (1 + erf(x / mp.sqrt(2)))


def clamp(x, low, high):
    return low if x < low else high if x > high else x


def hard_sigmoid(x):
    return clamp(x / 6 + mpf(1) / 2, x.lift(0), x.lift(1))


ALPHA = mpf("1.67326324235437728481704299167175424594")
LAMBDA = mpf("1.05070098735548049341933498529469469")
hundredth = mpf(1) / 100
gelu_slope = mpf(44715) / 1000000

# --- points -----------------------------------------------------------------------------------------------------------

TINY = [5e-324, 2.5e-308, 1e-300, 1e-200, 1e-154, 1e-100, 1e-50, 1e-20, 1e-16, 1e-10, 1e-8, 1e-6, 1e-5, 1e-4, 1e-3, 0.01]
HUGE = [1e3, 1e4, 1e5, 1e7, 2.0**27, 1e9, 2.0**53, 1e20, 1e50, 1e100, 1e154, 1e200, 1e300, 1e308]
COUNT = 240


def rng_for(name):
    return random.Random(name)


def both(xs):
    return xs + [-x for x in xs]


def everywhere(rng, reach=40.0):
    """All sizes and signs, most of them where something happens."""
    xs = both(TINY + HUGE)
    xs += [rng.uniform(-reach, reach) for _ in range(70)]
    xs += [rng.uniform(-4, 4) for _ in range(60)]
    xs += [rng.choice([-1, 1]) * 2.0 ** rng.uniform(-30, 11) for _ in range(50)]
    return xs


def positive(rng):
    xs = TINY + HUGE + [rng.uniform(0, 2) for _ in range(80)]
    return xs + [2.0 ** rng.uniform(-1000, 1000) for _ in range(60)] + [2.0 ** rng.uniform(-12, 12) for _ in range(80)]


def between(rng, low, high, ends=True):
    xs = [rng.uniform(low, high) for _ in range(150)]
    xs += [x for x in both(TINY) if low < x < high]
    if ends:
        for k in range(1, 50, 2):
            near = 2.0**-k * (high - low) / 4
            xs += [low + near * (1 + rng.random()), high - near * (1 + rng.random())]
    return [x for x in xs if low < x < high]


def moderate(rng):
    return rng.choice([rng.uniform(-10, 10), rng.choice([-1, 1]) * 2.0 ** rng.uniform(-20, 20), float(rng.randint(-9, 9) or 1)])


def wide(rng):
    return rng.choice([-1, 1]) * 2.0 ** rng.uniform(-300, 300)


def tuples(rng, n, draw=None, wides=True):
    rows = [[(draw or moderate)(rng) for _ in range(n)] for _ in range(180)]
    if wides:
        rows += [[wide(rng) for _ in range(n)] for _ in range(40)]
    return rows


def extremes(n, sizes=(1e308, 1e154, 1e-154, 5e-324, 1.0)):
    rows = [[]]
    for _ in range(n):
        rows = [row + [x] for row in rows for x in both(list(sizes))]
    return rows


def singles(xs):
    return [[x] for x in xs]


def near(rng, centers, count=40):
    return [c + rng.uniform(-1, 1) * 2.0 ** -rng.uniform(1, 40) for c in centers for _ in range(count // len(centers))]


def lists(draw=None, wides=False, sizes=(1, 2, 3, 5)):
    return lambda rng: [row for n in sizes for row in tuples(rng, n, draw, wides)[: 80 if n > 1 else 30]]


def without_ties(draw):
    return lambda rng: [row for row in draw(rng) if len(set(row)) == len(row)]


def scaled(low, high):
    return lambda rng: rng.uniform(low, high)


def probability(rng):
    return rng.choice([rng.random(), 2.0 ** -rng.uniform(0, 1000)])


def pairs_near(rng):
    rows = tuples(rng, 2) + [[x, x] for x in (1.0, -2.5, 1e300, 5e-324)]
    for _ in range(30):
        a = moderate(rng)
        rows += [[a, math.nextafter(a, 1e9)], [a, math.nextafter(a, -1e9)], [a, a]]
    return rows


def flags(n):
    return lambda rng: [[rng.choice([0.0, 1.0, 0.5, -2.0, 5e-324]) for _ in range(n)] for _ in range(60)]


def conditions(rng):
    return [[rng.choice([0.0, 1.0, -3.0, 1e-300]), moderate(rng), moderate(rng)] for _ in range(80)]


def active(reach=40.0, zero=True, centers=()):
    def draw(rng):
        xs = everywhere(rng, reach) + ([0.0] if zero else [])
        return singles(xs + (near(rng, centers) if centers else []))

    return draw


smooth = active()
kink = active(zero=False)
rounding = lambda rng: singles(everywhere(rng) + [k / 2 for k in range(-21, 22) if k] + near(rng, [1.0, 2.0, 0.5, -0.5]))


def select(c, a, b):
    return a if c.value != 0 else b


# --- the ops: formula of the arguments, and the points that it is asked at ----------------------------------------------

OPS = {
    "add": (lambda *xs: total(xs), lists(wides=True)),
    "subtract": (lambda a, b: a - b, lambda rng: tuples(rng, 2)),
    "multiply": (lambda *xs: product(xs), lists()),
    "divide": (lambda a, b: a / b, lambda rng: tuples(rng, 2)),
    "negate": (lambda x: -x, smooth),
    "power": (power, lambda rng: [[abs(a), b] for a, b in tuples(rng, 2, wides=False)] + [[2.0 ** rng.uniform(-50, 50), rng.uniform(-20, 20)] for _ in range(60)]),
    "square": (lambda x: x * x, smooth),
    "cube": (lambda x: x * x * x, smooth),
    "sqrt": (sqrt, lambda rng: singles(positive(rng))),
    "cbrt": (cbrt, kink),
    "reciprocal": (lambda x: 1 / x, kink),
    "abs": (absolute, kink),
    "sign": (lambda x: x.lift(mp.sign(x.value)), kink),
    "max": (lambda *xs: largest(xs), without_ties(lists(wides=True))),
    "min": (lambda *xs: smallest(xs), without_ties(lists(wides=True))),
    "clamp": (clamp, lambda rng: [[x, min(a, b), max(a, b)] for x, a, b in tuples(rng, 3) if len({x, a, b}) == 3]),
    "lerp": (lambda a, b, t: (1 - t) * a + t * b, lambda rng: [[a, b, rng.choice([t, rng.random()])] for a, b, t in tuples(rng, 3, wides=False)]),
    "mod": (lambda a, b: a - b * floor(a / b), lambda rng: [[a, b] for a, b in tuples(rng, 2, wides=False) if abs(a / b) < 2**30]),
    "hypot": (lambda a, b: sqrt(a * a + b * b), lambda rng: tuples(rng, 2) + extremes(2, (1e307, 1e154, 1e-154, 1e-300))),
    "mean": (lambda *xs: mean(xs), lists(wides=True)),
    "variance": (lambda *xs: variance(xs), lists(sizes=(2, 3, 5))),
    "standardDeviation": (lambda *xs: sqrt(variance(xs)), lists(sizes=(2, 3, 5))),
    "sumOfSquares": (lambda *xs: total([x * x for x in xs]), lists()),
    "norm": (lambda *xs: sqrt(total([x * x for x in xs])), lists()),
    "logSumExp": (lambda *xs: log(total([exp(x) for x in xs])), lambda rng: lists(scaled(-30, 30))(rng) + lists(scaled(-1000, 1000))(rng)[::3] + extremes(2, (1e308, 1e3, 1e-300))),
    "exp": (exp, active(745)),
    "exp2": (lambda x: exp(x * mp.log(2)), active(1070)),
    "expm1": (expm1, active(700)),
    "log": (log, lambda rng: singles(positive(rng) + near(rng, [1.0]))),
    "log1p": (log1p, lambda rng: singles(positive(rng) + between(rng, -1, 1))),
    "log2": (lambda x: log(x) / mp.log(2), lambda rng: singles(positive(rng) + near(rng, [1.0]))),
    "log10": (lambda x: log(x) / mp.log(10), lambda rng: singles(positive(rng) + near(rng, [1.0]))),
    "logAddExp": (lambda a, b: log(exp(a) + exp(b)), lambda rng: tuples(rng, 2, scaled(-30, 30), False) + tuples(rng, 2, scaled(-1000, 1000), False)[:60] + extremes(2, (1e308, 1e3, 1e-300))),
    "softplus": (softplus, active(800)),
    "logSigmoid": (lambda x: -softplus(-x), active(800)),
    "logit": (lambda x: log(x / (1 - x)), lambda rng: singles(between(rng, 0, 1) + near(rng, [0.5, 0.25, 0.75]))),
    "xlogy": (lambda x, y: x * log(y), lambda rng: [[x, abs(y)] for x, y in tuples(rng, 2)] + [[x, probability(rng)] for x, _ in tuples(rng, 2)[:60]]),
    "sin": (sin, smooth),
    "cos": (cos, smooth),
    "tan": (tan, smooth),
    "asin": (asin, lambda rng: singles(between(rng, -1, 1))),
    "acos": (acos, lambda rng: singles(between(rng, -1, 1))),
    "atan": (atan, smooth),
    "atan2": (atan2, lambda rng: tuples(rng, 2)),
    "sinh": (sinh, lambda rng: smooth(rng) + singles([rng.uniform(-710, 710) for _ in range(60)] + [710.2, -710.4])),
    "cosh": (cosh, lambda rng: smooth(rng) + singles([rng.uniform(-710, 710) for _ in range(60)] + [710.2, -710.4])),
    "tanh": (tanh, smooth),
    "asinh": (asinh, active(40, True, [2.0**28, -(2.0**28)])),
    "acosh": (acosh, lambda rng: singles([1 + 2.0 ** rng.uniform(-50, 3) for _ in range(100)] + [x for x in positive(rng) if x > 1])),
    "atanh": (atanh, lambda rng: singles(between(rng, -1, 1))),
    "radians": (lambda x: x * mp.pi / 180, smooth),
    "degrees": (lambda x: x * 180 / mp.pi, smooth),
    "less": (lambda a, b: truth(a, a < b), pairs_near),
    "lessOrEqual": (lambda a, b: truth(a, a <= b), pairs_near),
    "greater": (lambda a, b: truth(a, a > b), pairs_near),
    "greaterOrEqual": (lambda a, b: truth(a, a >= b), pairs_near),
    "equal": (lambda a, b: truth(a, a.value == b.value), pairs_near),
    "notEqual": (lambda a, b: truth(a, a.value != b.value), pairs_near),
    "and": (lambda a, b: truth(a, a.value != 0 and b.value != 0), flags(2)),
    "or": (lambda a, b: truth(a, a.value != 0 or b.value != 0), flags(2)),
    "not": (lambda x: truth(x, x.value == 0), flags(1)),
    "select": (select, conditions),
    "floor": (floor, rounding),
    "ceil": (flat(mp.ceil), rounding),
    "round": (flat(lambda x: mp.floor(x + mpf(1) / 2)), rounding),
    "trunc": (flat(lambda x: mp.sign(x) * mp.floor(abs(x))), rounding),
    "fraction": (lambda x: x - floor(x), rounding),
    "erf": (erf, active(7)),
    "normalCdf": (phi, active(10)),
    "gaussian": (lambda x: exp(-x * x), active(27)),
    "relu": (lambda x: x if x > 0 else x.lift(0), kink),
    "relu6": (lambda x: clamp(x, x.lift(0), x.lift(6)), kink),
    "leakyRelu": (lambda x: x if x > 0 else hundredth * x, kink),
    "prelu": (lambda x, slope: x if x > 0 else slope * x, lambda rng: tuples(rng, 2)),
    "elu": (lambda x: x if x > 0 else expm1(x), smooth),
    "selu": (lambda x: LAMBDA * x if x > 0 else LAMBDA * ALPHA * expm1(x), kink),
    "celu": (lambda x, alpha: x if x > 0 else alpha * expm1(x / alpha), lambda rng: [[x, abs(a)] for x, a in tuples(rng, 2, wides=False)]),
    "sigmoid": (sigmoid, active(745)),
    "hardSigmoid": (hard_sigmoid, kink),
    "hardTanh": (lambda x: clamp(x, x.lift(-1), x.lift(1)), kink),
    "softsign": (lambda x: x / (1 + absolute(x)) if x.value != 0 else x, smooth),
    "step": (lambda x: truth(x, x > 0), kink),
    "gelu": (lambda x: x * phi(x), active(10)),
    "geluTanh": (lambda x: 0.5 * x * (1 + tanh(mp.sqrt(2 / mp.pi) * (x + gelu_slope * x * x * x))), active(10)),
    "silu": (lambda x: x * sigmoid(x), active(745)),
    "hardSwish": (lambda x: x * hard_sigmoid(x), kink),
    "mish": (lambda x: x * tanh(softplus(x)), smooth),
    "softshrink": (lambda x: x - clamp(x, x.lift(-0.5), x.lift(0.5)), smooth),
    "hardshrink": (lambda x: x if absolute(x) > 0.5 else x.lift(0), smooth),
    "tanhshrink": (lambda x: x - tanh(x), smooth),
}

# --- writing ----------------------------------------------------------------------------------------------------------


def rounded(exact):
    """The nearest double, and what is left over in thousandths of its ulp."""
    try:
        near = float(exact)
    except OverflowError:
        near = math.inf if exact > 0 else -math.inf
    if math.isinf(near):
        return near, 0
    return near, int(mp.nint((exact - mpf(near)) / mpf(math.ulp(near)) * 1000))


def bits(x):
    return struct.pack(">d", x).hex()


def row(formula, args):
    n = len(args)
    duals = [Dual(mpf(x), [mpf(int(i == j)) for j in range(n)]) for i, x in enumerate(args)]
    y = formula(*duals)
    words = [bits(x) for x in args]
    for exact in [y.value, *y.slopes]:
        near, residual = rounded(exact)
        words += [bits(near), str(residual)]
    return " ".join(words)


def main(names):
    for name in names:
        formula, draw = OPS[name]
        rows = {}
        seen = set()
        for args in draw(rng_for(name)):
            args = [float(x) for x in args]
            if tuple(args) in seen:
                continue
            seen.add(tuple(args))
            try:
                rows.setdefault(str(len(args)), []).append(row(formula, args))
            except (ValueError, ZeroDivisionError):
                continue  # outside the domain
        with open(f"{name}.json", "w", encoding="ascii") as file:
            json.dump(rows, file, indent=0)
            file.write("\n")
        print(name, {n: len(list_) for n, list_ in rows.items()}, flush=True)


main(sys.argv[1:] or list(OPS))
