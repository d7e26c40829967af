/* The gradient of Rosenbrock's function, f = sum of 100 (x[i+1] - x[i]^2)^2 + (1 - x[i])^2, each derivative in one line, so
   that gcc makes vectors of it. */
#define SIZE 1000
#define RESULTS SIZE
#define RESULT g

static double x[SIZE], g[SIZE];

static void prepare(const double *numbers) {
  for (int i = 0; i < SIZE; i++) x[i] = numbers[i];
}

__attribute__((noinline)) static void gradient(const double *restrict x, double *restrict g) {
  g[0] = -400 * x[0] * (x[1] - x[0] * x[0]) - 2 * (1 - x[0]);
  for (int i = 1; i < SIZE - 1; i++)
    g[i] = 200 * (x[i] - x[i - 1] * x[i - 1]) - 400 * x[i] * (x[i + 1] - x[i] * x[i]) - 2 * (1 - x[i]);
  g[SIZE - 1] = 200 * (x[SIZE - 1] - x[SIZE - 2] * x[SIZE - 2]);
}

static void run(long gradients) {
  for (long n = 0; n < gradients; n++) {
    gradient(x, g);
    __asm__ volatile("" ::: "memory"); /* every gradient is computed */
  }
}

#include "contender.h"
