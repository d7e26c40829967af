/* A planar arm of six joints: the squared distance between where it is and where it was seen, averaged over the points;
   gradient by the six lengths and the six offsets of the joints. */
#include <math.h>
#define POINTS 4096
#define JOINTS 6
#define TILE 64
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
  double sums[2 * JOINTS] = {0}, loss = 0;
  for (int from = 0; from < POINTS; from += TILE) {
    double c[JOINTS][TILE], s[JOINTS][TILE], total[TILE] = {0}, x[TILE] = {0}, y[TILE] = {0};
    for (int j = 0; j < JOINTS; j++) { /* sine and cosine in loops of their own: gcc makes vectors of one, not of both */
      for (int i = 0; i < TILE; i++) {
        total[i] += angle[j * POINTS + from + i] + offset[j];
        c[j][i] = cos(total[i]);
        x[i] += length[j] * c[j][i];
      }
      for (int i = 0; i < TILE; i++) {
        s[j][i] = sin(total[i]);
        y[i] += length[j] * s[j][i];
      }
    }
    double dx[TILE], dy[TILE], turn[TILE] = {0};
    for (int i = 0; i < TILE; i++) {
      double ex = x[i] - seen_x[from + i], ey = y[i] - seen_y[from + i];
      loss += ex * ex + ey * ey;
      dx[i] = 2 * ex;
      dy[i] = 2 * ey;
    }
    for (int j = JOINTS - 1; j >= 0; j--) {
      double by_length = 0, by_offset = 0;
      for (int i = 0; i < TILE; i++) {
        by_length += dx[i] * c[j][i] + dy[i] * s[j][i];
        turn[i] += length[j] * (dy[i] * c[j][i] - dx[i] * s[j][i]);
        by_offset += turn[i];
      }
      sums[j] += by_length;
      sums[JOINTS + j] += by_offset;
    }
  }
  for (int j = 0; j < 2 * JOINTS; j++) g[j] = sums[j] / POINTS;
  last_loss = loss / POINTS;
}

static void run(long gradients) {
  for (long n = 0; n < gradients; n++) {
    gradient();
    __asm__ volatile("" ::: "memory");
  }
}

#include "contender.h"
