/* Is y > x? A hidden sigmoid unit and a sigmoid after it, five parameters: gradient descent on the cross-entropy, sample by sample. */
#include <math.h>
#define RESULTS 5
#define RESULT p

static double p[5];
static const double *x, *y, *label;
double last_loss;

static void prepare(const double *numbers) {
  for (int i = 0; i < 5; i++) p[i] = numbers[i];
  x = numbers + 5;
  y = x + ROWS;
  label = y + ROWS;
}

static void run(long samples) {
  static int row;
  double a = p[0], b = p[1], c = p[2], v = p[3], d = p[4], loss = 0;
  for (long n = 0; n < samples; n++) {
    double h = 1 / (1 + exp(-(a * x[row] + b * y[row] + c)));
    double z = v * h + d;
    double e = exp(-fabs(z));
    loss += fmax(z, 0) - z * label[row] + log1p(e);
    double dz = (z > 0 ? 1 : e) / (1 + e) - label[row];
    double dh = dz * v * h * (1 - h);
    a -= RATE * dh * x[row];
    b -= RATE * dh * y[row];
    c -= RATE * dh;
    v -= RATE * dz * h;
    d -= RATE * dz;
    if (++row == ROWS) row = 0;
  }
  p[0] = a, p[1] = b, p[2] = c, p[3] = v, p[4] = d;
  last_loss = loss;
}

#include "contender.h"
