/* A planar arm of six joints: the squared distance between where it is and where it was seen, averaged over the points;
   gradient by the six lengths and the six offsets of the joints, as one writes it down: one point after the other. */
#include <math.h>
#define POINTS 4096
#define JOINTS 6
#define RESULTS 12
#define RESULT g

static double parameters[2 * JOINTS], g[2 * JOINTS];
static const double *angle, *seen_x, *seen_y;
double last_loss;

static void prepare(const double *numbers) {
  for (int j = 0; j < 2 * JOINTS; j++) parameters[j] = numbers[j];
  angle = numbers + 2 * JOINTS;
  seen_x = angle + JOINTS * POINTS;
  seen_y = seen_x + POINTS;
}

__attribute__((noinline)) static void gradient(void) {
  const double *length = parameters, *offset = parameters + JOINTS;
  double loss = 0;
  for (int j = 0; j < 2 * JOINTS; j++) g[j] = 0;
  for (int i = 0; i < POINTS; i++) {
    double c[JOINTS], s[JOINTS], total = 0, x = -seen_x[i], y = -seen_y[i];
    for (int j = 0; j < JOINTS; j++) {
      total += angle[j * POINTS + i] + offset[j];
      c[j] = cos(total);
      s[j] = sin(total);
      x += length[j] * c[j];
      y += length[j] * s[j];
    }
    loss += x * x + y * y;
    double dx = 2 * x / POINTS, dy = 2 * y / POINTS, turn = 0;
    for (int j = JOINTS - 1; j >= 0; j--) {
      g[j] += dx * c[j] + dy * s[j];
      turn += length[j] * (dy * c[j] - dx * s[j]);
      g[JOINTS + j] += turn;
    }
  }
  last_loss = loss / POINTS;
}

static void run(long gradients) {
  for (long n = 0; n < gradients; n++) {
    gradient();
    __asm__ volatile("" ::: "memory");
  }
}

#include "contender.h"
