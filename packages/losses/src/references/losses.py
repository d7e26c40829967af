"""Prints the reference values and gradients of the losses, from the formulas of the literature in 500-digit arithmetic.

    python3 losses.py > losses.json

Each case has the arguments, the value, and the derivative with respect to each argument. A loss named `f of sigmoid` has the
logit as first argument. Derivatives are taken numerically, with half of the digits, so they depend on no formula but the value's.
"""

import json

from mpmath import diff, exp, fabs, log, mp, mpf, cosh

mp.dps = 500


def sigmoid(z):
    return 1 / (1 + exp(-z))


def xlogy(x, y):
    return mpf(0) if x == 0 else x * log(y)


def binary_cross_entropy(p, y):
    return -(xlogy(y, p) + xlogy(1 - y, 1 - p))


def focal(p, y, gamma):
    return -((1 - p) ** gamma * xlogy(y, p) + p**gamma * xlogy(1 - y, 1 - p))


def huber(p, t, delta):
    d = fabs(p - t)
    return d * d / 2 if d < delta else delta * (d - delta / 2)


def quantile(p, t, tau):
    return tau * (t - p) if t > p else (1 - tau) * (p - t)


points = [(0.3, -1.7), (-2.5, 4), (1e-7, 3e-7), (1000, -1000), (12, 11.25), (-0.5, -0.5 + 2**-20)]
probabilities = [1e-300, 1e-20, 0.001, 0.25, 0.5, 0.9, 1 - 2**-40]
logits = [-1000, -745, -710, -40, -30, -1.5, -0.001, 0.001, 2, 30, 40, 710, 745, 1000]
targets = [0, 1, 0.3, 1e-10]
scores = [(0.3, 1), (0.3, -1), (-2.5, 1), (1.5, 1), (1.5, -1), (1000, -1)]
counts = [(0.001, 0), (2.5, 0), (2.5, 3), (1e-5, 7), (300, 250)]
log_rates = [(-700, 0), (-2.5, 3), (0.25, 1), (5, 200), (300, 7)]

cases = {
    "squaredError": (lambda p, t: (p - t) ** 2, points),
    "absoluteError": (lambda p, t: fabs(p - t), points),
    "huber": (huber, [(*pair, delta) for pair in points for delta in (0.5, 1, 3)]),
    "logCosh": (lambda p, t: log(cosh(p - t)), [*points, (1, 0.001), (1.001, 0), (-0.25, 0.5)]),
    "quantile": (quantile, [(*pair, tau) for pair in points for tau in (0.1, 0.5, 0.99)]),
    "binaryCrossEntropy": (binary_cross_entropy, [(p, y) for p in probabilities for y in (0.3, 1e-10, 0.999)]),
    "binaryCrossEntropy of sigmoid": (lambda z, y: binary_cross_entropy(sigmoid(z), y), [(z, y) for z in logits for y in targets]),
    "binaryCrossEntropyWithLogits": (lambda z, y: binary_cross_entropy(sigmoid(z), y), [(z, y) for z in logits for y in targets]),
    "focal": (focal, [(p, y, gamma) for p in probabilities[2:] for y in (0.3, 0.999) for gamma in (0.5, 1, 2, 5)]),
    "focal of sigmoid": (
        lambda z, y, gamma: focal(sigmoid(z), y, gamma),
        [(z, y, gamma) for z in logits for y in (0, 1, 0.3) for gamma in (0.5, 1, 2)],
    ),
    "hinge": (lambda s, t: max(mpf(0), 1 - t * s), scores),
    "squaredHinge": (lambda s, t: max(mpf(0), 1 - t * s) ** 2, scores),
    "poisson": (lambda r, y: r - xlogy(y, r), counts),
    "poissonWithLogRate": (lambda l, y: exp(l) - y * l, log_rates),
}


def partial(f, args, i):
    """∂f/∂argᵢ; at a target of 0, where x · log y is written as a limit, by a step to the right."""
    step = lambda x: f(*args[:i], x, *args[i + 1 :])
    return diff(step, args[i], direction=1 if args[i] == 0 else 0)


def case(f, args):
    exact = [mpf(x) for x in args]
    return {"args": args, "value": float(f(*exact)), "gradient": [float(partial(f, exact, i)) for i in range(len(args))]}


lines = []
for name, (f, arguments) in cases.items():
    rows = ",\n".join("    " + json.dumps(case(f, list(args))) for args in arguments)
    lines.append(f'  "{name}": [\n{rows}\n  ]')
print("{\n" + ",\n".join(lines) + "\n}")
