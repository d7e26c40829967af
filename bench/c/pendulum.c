/* A driven, damped pendulum in 200 explicit Euler steps, one after the other; the squared error of where it ends,
   gradient by six parameters: first angle and speed, gravity over length, damping, amplitude and frequency of the drive. */
#include <math.h>
#define STEPS 200
#define DT 0.01
#define TARGET 0.5
#define RESULTS 6
#define RESULT g

static double p[6], g[6];
double last_loss;

static void prepare(const double *numbers) {
  for (int i = 0; i < 6; i++) p[i] = numbers[i];
}

__attribute__((noinline)) static void gradient(void) {
  double angle[STEPS], speed[STEPS], drive[STEPS], theta = p[0], omega = p[1];
  for (int i = 0; i < STEPS; i++) drive[i] = cos(p[5] * (i * DT));
  for (int i = 0; i < STEPS; i++) {
    angle[i] = theta;
    speed[i] = omega;
    theta += DT * speed[i];
    omega += DT * (p[4] * drive[i] - p[2] * sin(angle[i]) - p[3] * speed[i]);
  }
  double error = theta - TARGET;
  last_loss = error * error;
  double d_theta = 2 * error, d_omega = 0, by_gravity = 0, by_damping = 0, by_amplitude = 0, by_frequency = 0;
  double sine[STEPS], cosine[STEPS], turned[STEPS];
  for (int i = 0; i < STEPS; i++) {
    sine[i] = sin(angle[i]);
    cosine[i] = cos(angle[i]);
    turned[i] = sin(p[5] * (i * DT)) * (i * DT);
  }
  for (int i = STEPS - 1; i >= 0; i--) {
    double pull = DT * d_omega;
    by_gravity -= pull * sine[i];
    by_damping -= pull * speed[i];
    by_amplitude += pull * drive[i];
    by_frequency -= pull * p[4] * turned[i];
    d_omega += DT * d_theta - pull * p[3];
    d_theta -= pull * p[2] * cosine[i];
  }
  g[0] = d_theta, g[1] = d_omega, g[2] = by_gravity, g[3] = by_damping, g[4] = by_amplitude, g[5] = by_frequency;
}

static void run(long gradients) {
  for (long n = 0; n < gradients; n++) {
    gradient();
    __asm__ volatile("" ::: "memory");
  }
}

#include "contender.h"
