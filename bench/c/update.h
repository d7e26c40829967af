/* The SIZE parameters p, their gradient g, and two ways to go downhill by RATE. */
#include <math.h>

static float p[SIZE], g[SIZE];

/* Adam with its usual numbers. */
static inline void adam(void) {
  static float m[SIZE], v[SIZE];
  static double power1 = 1, power2 = 1;
  power1 *= 0.9;
  power2 *= 0.999;
  float rate = RATE / (1 - power1), correction = 1 / (1 - power2);
  for (int i = 0; i < SIZE; i++) {
    m[i] = 0.9f * m[i] + 0.1f * g[i];
    v[i] = 0.999f * v[i] + 0.001f * g[i] * g[i];
    p[i] -= rate * m[i] / (sqrtf(v[i] * correction) + 1e-8f);
  }
}

static inline void descend(void) {
  for (int i = 0; i < SIZE; i++) p[i] -= (float)RATE * g[i];
}
