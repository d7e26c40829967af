/* Fahrenheit to Celsius, y = w x + b: stochastic gradient descent on the squared error, sample by sample. */
#define RESULTS 2
#define RESULT p

static double p[2];
static const double *x, *y;
double last_loss;

static void prepare(const double *numbers) {
  p[0] = numbers[0];
  p[1] = numbers[1];
  x = numbers + 2;
  y = x + ROWS;
}

static void run(long samples) {
  static int row;
  double w = p[0], b = p[1], loss = 0;
  for (long n = 0; n < samples; n++) {
    double error = w * x[row] + b - y[row];
    loss += error * error;
    double g = 2 * error;
#ifdef __FAST_MATH__
    w -= RATE * g * x[row];
#else /* a multiplication sooner, as gcc must not reorder */
    w -= RATE * (error * (2 * x[row]));
#endif
    b -= RATE * g;
    if (++row == ROWS) row = 0;
  }
  p[0] = w;
  p[1] = b;
  last_loss = loss;
}

#include "contender.h"
