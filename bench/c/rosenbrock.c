/* The gradient of Rosenbrock's function, written as one derives it: each term of the sum adds to two derivatives. */
#define SIZE 1000
#define RESULTS SIZE
#define RESULT g

static double x[SIZE], g[SIZE];

static void prepare(const double *numbers) {
  for (int i = 0; i < SIZE; i++) x[i] = numbers[i];
}

__attribute__((noinline)) static void gradient(const double *restrict x, double *restrict g) {
  for (int i = 0; i < SIZE; i++) g[i] = 0;
  for (int i = 0; i < SIZE - 1; i++) {
    double t = x[i + 1] - x[i] * x[i];
    g[i] -= 400 * x[i] * t + 2 * (1 - x[i]);
    g[i + 1] += 200 * t;
  }
}

static void run(long gradients) {
  for (long n = 0; n < gradients; n++) {
    gradient(x, g);
    __asm__ volatile("" ::: "memory"); /* every gradient is computed */
  }
}

#include "contender.h"
