"""Prints the coefficient tables of the elementary functions, highest degree first, padded with a leading 0 to an even count.

    python3 coefficients.py

Each table is a Chebyshev fit (mpmath.chebyfit, 60 digits) on a slightly widened interval, or a weighted minimax fit. A coefficient is
printed with no more digits than keep its rounding below 2**-66 of the unit in which the function's tail is measured (never more than an f64).
"""

from mpmath import mp, mpf, exp, log, sqrt, sin, cos, atan, erf, erfc, pi, chebyfit, factorial, lu_solve, matrix, nstr, polyval

mp.dps = 60


def shortest(value, allowed):
    """The shortest decimal text within `allowed` of `value`, at most an f64."""
    for digits in range(1, 18):
        if abs(mpf(nstr(value, digits)) - value) <= allowed:
            break
    return repr(float(nstr(value, digits)))


def show(name, function, interval, count, weight=1, bits=66):
    """weight: the largest factor by which the polynomial is multiplied before it is added to a value near one."""
    coefficients, error = chebyfit(function, [mpf(interval[0]), mpf(interval[1])], count, error=True)
    largest = max(abs(mpf(interval[0])), abs(mpf(interval[1])))
    print(f"// {name}: {count} coefficients, error {nstr(error * weight, 3)} = 2^{nstr(log(error * weight, 2), 4)}")
    text = []
    for index, coefficient in enumerate(coefficients):
        degree = count - 1 - index
        allowed = mpf(2) ** -bits / (largest**degree * weight)
        text.append(shortest(coefficient, allowed))
    print("[" + ", ".join(["0"] * (count % 2) + text) + "]\n")


def show_weighted(name, function, interval, count, weight, bits=65):
    """The polynomial whose largest weighted error is least, by Lawson's reweighted least squares at Chebyshev nodes."""
    low, high = mpf(interval[0]), mpf(interval[1])
    xs = [(low + high) / 2 + (high - low) / 2 * cos(pi * (2 * i + 1) / (20 * count)) for i in range(10 * count)]
    rows = [[x ** (count - 1 - j) for j in range(count)] for x in xs]
    exact = [function(x) for x in xs]
    shares = [mpf(1)] * len(xs)
    least = mpf(1)
    for _ in range(25):
        left, right = matrix(count, count), matrix(count, 1)
        for row, y, x, share in zip(rows, exact, xs, shares):
            factor = share * weight(x) ** 2
            for j in range(count):
                right[j] += factor * row[j] * y
                for k in range(count):
                    left[j, k] += factor * row[j] * row[k]
        solution = list(lu_solve(left, right))
        errors = [abs(polyval(solution, x) - y) * weight(x) for x, y in zip(xs, exact)]
        if max(errors) < least:
            least, found = max(errors), solution
        shares = [share * error for share, error in zip(shares, errors)]
        shares = [share / sum(shares) for share in shares]
    largest = max(abs(low), abs(high))
    text = [shortest(c, mpf(2) ** -bits / (largest ** (count - 1 - j) * weight(largest))) for j, c in enumerate(found)]
    print(f"// {name}: {count} coefficients, error {nstr(least, 3)} = 2^{nstr(log(least, 2), 4)}")
    print("[" + ", ".join(["0"] * (count % 2) + text) + "]\n")


def exp_tail(r):  # exp(r) = 1 + r + r²/2 − r³·T(r)
    return -sum(r**n / factorial(n + 3) for n in range(40))


def log_tail(z):  # log((1 + s)/(1 − s)) = s·(2 + z·(2/3 + z·Q(z))), z = s²
    if z < mpf(10) ** -10:
        return sum(mpf(2) * z**n / (2 * n + 5) for n in range(8))
    s = sqrt(z)
    return (log((1 + s) / (1 - s)) / s - 2 - 2 * z / 3) / z**2


def sine_tail(z):  # sin(x) = x − x·z·S(z), z = x²
    return sum((-1) ** n * z**n / factorial(2 * n + 3) for n in range(22))


def cosine_tail(z):  # cos(x) = 1 − z/2 + z²·C(z), z = x²
    return sum((-1) ** n * z**n / factorial(2 * n + 4) for n in range(22))


def atan_tail(z):  # atan(w) = w + w·z·A(z), z = w²
    if z < mpf(10) ** -10:
        return sum((-1) ** (n + 1) * z**n / (2 * n + 3) for n in range(8))
    w = sqrt(z)
    return (atan(w) / w - 1) / z


def erf_tail(t):  # erf(x) = x + x·R(t), t = x² − 0.4
    z = t + mpf("0.4")
    return 2 / sqrt(pi) * sum((-1) ** n * z**n / (factorial(n) * (2 * n + 1)) for n in range(60)) - 1


def show_erfc(count, low=mpf("0.899"), high=mpf(6), bits=66):
    """erfc(x) = exp(−x²)·G(t), t = (x − 1)/(x + 3): least squares at Chebyshev nodes, weighted by exp(−x²)."""
    middle, half = ((low - 1) / (low + 3) + (high - 1) / (high + 3)) / 2, ((high - 1) / (high + 3) - (low - 1) / (low + 3)) / 2
    nodes = [middle + half * cos(pi * (2 * i + 1) / (10 * count)) for i in range(5 * count)]
    xs = [(1 + 3 * t) / (1 - t) for t in nodes]
    rows = matrix(len(nodes), count)
    for i, t in enumerate(nodes):
        for j in range(count):
            rows[i, j] = exp(-xs[i] ** 2) * t ** (count - 1 - j)
    solution = lu_solve(rows, matrix([erfc(x) for x in xs]))
    text = []
    for j in range(count):
        text.append(shortest(solution[j], mpf(2) ** -bits / max(abs(rows[i, j]) for i in range(len(nodes)))))
    worst = max(abs(exp(-x * x) * polyval([mpf(c) for c in text], t) - erfc(x)) for x, t in zip(xs, nodes))
    print(f"// erfcCoefficients: {count} coefficients, error {nstr(worst, 3)} = 2^{nstr(log(worst, 2), 4)}")
    print("[" + ", ".join(["0"] * (count % 2) + text) + "]\n")


if __name__ == "__main__":
    show_weighted("expCoefficients", exp_tail, ("-0.28769", "0.40547"), 9, lambda r: abs(r**3))
    show_weighted("logCoefficients", log_tail, ("0", "0.02945"), 6, lambda z: z**2)
    show("powerCoefficients", log_tail, ("0", "0.02945"), 8, mpf("0.00087"), 72)
    show_weighted("sineCoefficients", sine_tail, ("0", "0.6175"), 6, lambda z: z)
    show("cosineCoefficients", cosine_tail, ("0", "0.6175"), 6, mpf("0.38"))
    show("atanCoefficients", atan_tail, ("0", "0.1717"), 12, mpf("0.1717"))
    show("erfCoefficients", erf_tail, ("-0.4", "0.4101"), 12, mpf("0.9"))
    show_erfc(14)
    half_pi = pi / 2
    for part in (40, 40):
        head = mp.floor(half_pi * mpf(2) ** (part - 1 if half_pi > 1 else part + 39)) / mpf(2) ** (part - 1 if half_pi > 1 else part + 39)
        print("// π/2 part", repr(float(head)))
        half_pi -= head
    print("// π/2 rest", repr(float(half_pi)))
    ln2 = log(2)
    head = mp.floor(ln2 * mpf(2) ** 42) / mpf(2) ** 42
    print("// ln 2", repr(float(head)), repr(float(ln2 - head)), "1/ln 2", repr(float(1 / ln2)))
    quarter = mp.floor(pi / 4 * mpf(2) ** 50) / mpf(2) ** 50
    print("// π/4", repr(float(quarter)), repr(float(pi / 4 - quarter)))
    print("// 2/3", repr(float(mpf(2) / 3)), repr(float(mpf(2) / 3 - mpf(float(mpf(2) / 3)))))
    print("// π/2", repr(float(pi / 2)), repr(float(pi / 2 - mpf(float(pi / 2)))), "2/π", repr(float(2 / pi)))
    mp.dps = 400
    bits = int(mp.floor(2 / mp.pi * mpf(2) ** (24 * 49)))
    print("// 2/π\n[0, 0, 0, " + ", ".join(str(bits >> 24 * (48 - i) & 0xFFFFFF) for i in range(49)) + "]")
