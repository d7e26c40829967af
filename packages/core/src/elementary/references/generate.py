"""Writes the reference values of the elementary functions: one JSON file per function, beside this script.

    python3 generate.py            # needs mpmath 1.3; takes about a minute; the output is the same on every run

See README.md for the format. The points are fixed edges (thresholds, neighbours of the places where the algorithms switch,
denormals, the arguments nearest to multiples of π/2) and seeded random ones over every range.
"""

import json
import math
import os
import random
import struct

from mpmath import mp, mpf, isinf

mp.prec = 400
HERE = os.path.dirname(os.path.abspath(__file__))
COUNT = 1200
LARGEST = mpf(2) ** 1024 - mpf(2) ** 970  # halfway from here to 2^1024 rounds to Infinity


def to_hex(value):
    return struct.pack(">d", value).hex()


def from_bits(bits):
    return struct.unpack(">d", struct.pack(">Q", bits))[0]


def to_bits(value):
    return struct.unpack(">Q", struct.pack(">d", value))[0]


def step(value, count):
    """The float `count` floats away from `value` in magnitude."""
    return from_bits(to_bits(value) + count)


def rounded(exact):
    """The f64 nearest to `exact` (ties to even) and the rest in units of its last place."""
    if exact == 0:
        return 0.0, 0.0
    if abs(exact) >= LARGEST + mpf(2) ** 969:
        return math.copysign(math.inf, exact), 0.0
    _, exponent = mp.frexp(exact)
    unit = mpf(2) ** max(exponent - 53, -1074)
    count = int(mp.nint(exact / unit))
    return float(mpf(count) * unit), float(mp.nstr(exact / unit - count, 7)) if count else float(mp.nstr(exact / unit, 7))


def any_float(rng):
    while True:
        value = from_bits(rng.getrandbits(64))
        if math.isfinite(value):
            return value


def spread(rng, low, high):
    return math.exp(rng.uniform(math.log(low), math.log(high)))


def signed(rng, value):
    return value if rng.random() < 0.5 else -value


def around(*values):
    return [step(v, k) for v in values for k in (-2, -1, 0, 1, 2)]


def hard_angles():
    """Floats nearest to multiples of π/2: denominators of the convergents of 2^e·2/π (Kahan)."""
    points = []
    with mp.workprec(2400):
        for e in range(-20, 971, 11):
            x = mpf(2) ** e * 2 / mp.pi
            p0, q0, p1, q1 = 0, 1, 1, 0
            while True:
                a = int(mp.floor(x))
                p0, q0, p1, q1 = p1, q1, a * p1 + p0, a * q1 + q0
                if q1 >= 2**53:
                    break
                x = 1 / (x - a)
            points.append(math.ldexp(q0, e))
    return points


TINY = [5e-324, 1e-323, 1.5e-320, 2.2250738585072009e-308, 2.2250738585072014e-308, 1e-300, 1e-160, 1e-30, 2.0**-54, 2.0**-53, 2.0**-28, 2.0**-27]
LN2 = math.log(2)

both = lambda values: [s * v for v in values for s in (1, -1)]
angles = (
    both(TINY)
    + both([6381956970095103 * 2.0**797, 1.7976931348623157e308, 1e22, 2.0**1023, 2.0**120, 12000.0])
    + around(12000.0, math.pi / 4, math.pi / 2, math.pi, 3 * math.pi / 4, 2 * math.pi)
    + hard_angles()
)
angle_ranges = [
    any_float,
    lambda r: r.uniform(-4, 4),
    lambda r: r.uniform(-100, 100),
    lambda r: r.uniform(-12000, 12000),
    lambda r: r.randint(-9000, 9000) * math.pi / 4,
    lambda r: signed(r, spread(r, 1e-9, 1)),
    lambda r: signed(r, spread(r, 1e4, 1e300)),
    lambda r: r.uniform(-0.8, 0.8),
]


def pair_of_ratio(r):
    x = any_float(r)
    return (x * r.uniform(-1, 1), x)


def power_near_edge(low, high):
    def draw(r):
        x = spread(r, 1e-300, 1e300) if r.random() < 0.5 else r.uniform(0.7, 1.42)
        return (x, r.uniform(low, high) / math.log(x))

    return draw


def power_of_neighbour(r):
    x = 1 + signed(r, spread(r, 1e-15, 0.1))
    return (x, r.uniform(-745, 709) / math.log(x))


# name → (exact function, edges, ranges)
FUNCTIONS = {
    "exp": (
        mp.exp,
        both(TINY) + around(709.782712893384, -708.3964185322641, -745.1332191019411, LN2 / 2, -LN2 / 2, 1.5 * LN2) + [1.0, -1.0, 710.0, -746.0],
        [
            lambda r: r.uniform(-745, 709.78),
            lambda r: r.uniform(-2, 2),
            lambda r: r.uniform(-745.2, -707),
            lambda r: r.randint(-1500, 1500) * LN2 / 2 if r.random() < 0.5 else r.uniform(700, 709.8),
            lambda r: signed(r, spread(r, 1e-18, 1)),
        ],
    ),
    "expm1": (
        mp.expm1,
        both(TINY) + around(709.782712893384, 40.0, -40.0, LN2 / 2, -LN2 / 2) + [1.0, -1.0, 37.0, -37.5],
        [
            lambda r: r.uniform(-60, 709.78),
            lambda r: r.uniform(-2, 2),
            lambda r: r.uniform(0.345, 0.4),
            lambda r: r.uniform(-5, 45),
            lambda r: signed(r, spread(r, 1e-18, 1)),
        ],
    ),
    "log": (
        mp.log,
        TINY + around(1.0, math.sqrt(0.5), math.sqrt(2), 2.0, math.e) + [1.7976931348623157e308, 0.5, 10.0],
        [
            lambda r: abs(any_float(r)),
            lambda r: r.uniform(0.5, 2),
            lambda r: r.choice([r.uniform(0.7, 0.72), r.uniform(1.38, 1.42)]),
            lambda r: 1 + signed(r, spread(r, 1e-16, 0.3)),
            lambda r: r.uniform(0, 3e-308),
            lambda r: spread(r, 1e-5, 1e5),
        ],
    ),
    "log1p": (
        mp.log1p,
        both(TINY) + around(-0.2928932188134524, 0.41421356237309503, 1.0) + [step(-1.0, -1), 1.7976931348623157e308, 1e16, 2.0**53],
        [
            lambda r: abs(any_float(r)),
            lambda r: r.uniform(-1, 2),
            lambda r: r.uniform(-0.4, 0.6),
            lambda r: r.uniform(-0.31, -0.28),
            lambda r: signed(r, spread(r, 1e-18, 0.5)),
            lambda r: spread(r, 1e-5, 1e25),
            lambda r: -1 + spread(r, 1e-16, 1),
        ],
    ),
    "sin": (mp.sin, angles, angle_ranges),
    "cos": (mp.cos, angles, angle_ranges),
    "tan": (mp.tan, angles, angle_ranges),
    "tanh": (
        mp.tanh,
        both(TINY) + around(22.0, 0.17328679513998632, 0.35, 4e-9) + [1.0, -1.0, 19.0615, 1e10],
        [
            lambda r: r.uniform(-1, 1),
            lambda r: r.uniform(-23, 23),
            lambda r: r.uniform(-3, 3),
            lambda r: r.uniform(0.15, 0.26),
            lambda r: signed(r, spread(r, 1e-15, 1)),
        ],
    ),
    "erf": (
        mp.erf,
        both(TINY) + around(0.9, 1.0, 6.0, 0.6) + [5.92, -5.93, 2.0],
        [
            lambda r: r.uniform(-1, 1),
            lambda r: r.uniform(-6.1, 6.1),
            lambda r: r.uniform(-3, 3),
            lambda r: r.uniform(0.75, 0.95),
            lambda r: signed(r, spread(r, 1e-15, 1)),
        ],
    ),
    "atan2": (
        mp.atan2,
        [(y, x) for y in both([5e-324, 1e-310, 1.0, 1e300, 1.7976931348623157e308]) for x in both([5e-324, 1e-310, 1.0, 3.0, 1e300, 1.7976931348623157e308])]
        + [(y, 1.0) for y in around(0.41421356237309503, 1.0, 2.414213562373095, 1e-9)],
        [
            lambda r: (any_float(r), any_float(r)),
            lambda r: (r.uniform(-1, 1), r.uniform(-1, 1)),
            lambda r: (signed(r, spread(r, 1e-3, 1e3)), signed(r, spread(r, 1e-3, 1e3))),
            pair_of_ratio,
            lambda r: (r.uniform(-1e-307, 1e-307), r.uniform(-1e-307, 1e-307)),
            lambda r: (r.uniform(-1e-300, 1e-300), r.uniform(-1e15, 1e15)),
            lambda r: (r.uniform(0.41, 0.4143), 1.0),
        ],
    ),
    "power": (
        mp.power,
        [(float(b), float(e)) for b in (2, 3, -3, 5, 7, 10, -10, 0.5) for e in (1, 2, 3, 10, 15, 22, -1, -2, 33)]
        + [(2.0, float(e)) for e in (-1074, -1075, -1022, 1023, 1024, 0.5, -0.5, -1073.5)]
        + [(x, y) for x in around(1.0) for y in (1e15, -1e15, 1e17, 7e18, -7e18) if x != 1.0]
        + [(5e-324, y) for y in (0.5, -0.5, 1.0, -1.0, 0.001)]
        + [(1.7976931348623157e308, y) for y in (0.5, 1.0, -1.0, 1.0000000000000002)],
        [
            lambda r: (abs(any_float(r)), r.uniform(-3, 3)),
            lambda r: (r.uniform(0.5, 2), r.uniform(-1100, 1100)),
            power_near_edge(-745, 709),
            power_near_edge(-745, -707),
            power_near_edge(690, 709.7),
            power_of_neighbour,
            lambda r: (r.uniform(0, 1e-307), r.uniform(-2, 2)),
            lambda r: (float(r.randint(-50, 50) or 3), float(r.randint(-60, 60))),
            lambda r: (r.uniform(0.1, 10), r.uniform(-5, 5)),
        ],
    ),
}


def main():
    for name, (exact, edges, ranges) in FUNCTIONS.items():
        rng = random.Random("chainrule " + name)
        drawn = [ranges[i % len(ranges)](rng) for i in range(COUNT - len(edges))]
        rows = []
        for point in edges + drawn:
            arguments = point if isinstance(point, tuple) else (point,)
            value = exact(*(mpf(v) for v in arguments))
            if isinf(value) or getattr(value, "imag", 0) != 0:
                raise ValueError((name, point))
            high, rest = rounded(mp.re(value))
            rows.append([*(to_hex(v) for v in arguments), to_hex(high), rest])
        text = ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows)
        with open(os.path.join(HERE, name + ".json"), "w") as file:
            file.write('{"function":"%s","points":[\n%s\n]}\n' % (name, text))


if __name__ == "__main__":
    main()
