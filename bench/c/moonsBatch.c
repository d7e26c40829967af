/* A 2-16-16-1 tanh network on the cross-entropy of two classes, batch 32, Adam, f32. The batch is the inner dimension of
   every array, so that the compiler makes vectors of it. Weights as the harness has them: each unit's, then its bias. */
#include <math.h>
#define BATCH 32
#define IN 2
#define HIDDEN 16
#define W1 0
#define W2 (W1 + HIDDEN * (IN + 1))
#define W3 (W2 + HIDDEN * (HIDDEN + 1))
#define SIZE (W3 + HIDDEN + 1)
#define RESULTS SIZE
#define RESULT p

#include "update.h"

static float data[IN + 1][ROWS];
float last_loss;

static void prepare(const double *numbers) {
  for (int i = 0; i < SIZE; i++) p[i] = *numbers++;
  for (int k = 0; k < IN + 1; k++)
    for (int r = 0; r < ROWS; r++) data[k][r] = *numbers++;
}

/* y = tanh(W x + b) */
static inline void forward(const float *restrict w, int in, int out, float (*restrict x)[BATCH], float (*restrict y)[BATCH]) {
  for (int j = 0; j < out; j++, w += in + 1) {
    float sum[BATCH];
    for (int s = 0; s < BATCH; s++) sum[s] = w[in];
    for (int k = 0; k < in; k++)
      for (int s = 0; s < BATCH; s++) sum[s] += w[k] * x[k][s];
    for (int s = 0; s < BATCH; s++) y[j][s] = tanhf(sum[s]);
  }
}

/* From dz = d loss / d (W x + b): the gradient by weights and biases. */
static inline void by_weights(float *restrict dw, int in, int out, float (*restrict x)[BATCH], float (*restrict dz)[BATCH]) {
  for (int j = 0; j < out; j++, dw += in + 1) {
    for (int k = 0; k < in; k++) {
      float sum = 0;
      for (int s = 0; s < BATCH; s++) sum += dz[j][s] * x[k][s];
      dw[k] = sum;
    }
    float sum = 0;
    for (int s = 0; s < BATCH; s++) sum += dz[j][s];
    dw[in] = sum;
  }
}

/* ... and d loss / d (the argument of the tanh that gave x). */
static inline void by_inputs(const float *restrict w, int in, int out, float (*restrict x)[BATCH], float (*restrict dz)[BATCH], float (*restrict dx)[BATCH]) {
  for (int k = 0; k < in; k++) {
    float sum[BATCH] = {0};
    for (int j = 0; j < out; j++)
      for (int s = 0; s < BATCH; s++) sum[s] += w[j * (in + 1) + k] * dz[j][s];
    for (int s = 0; s < BATCH; s++) dx[k][s] = sum[s] * (1 - x[k][s] * x[k][s]);
  }
}

static void step(int row) {
  static float x[IN][BATCH], h1[HIDDEN][BATCH], h2[HIDDEN][BATCH], dz1[HIDDEN][BATCH], dz2[HIDDEN][BATCH], dz3[1][BATCH];
  for (int k = 0; k < IN; k++)
    for (int s = 0; s < BATCH; s++) x[k][s] = data[k][row + s];
  forward(p + W1, IN, HIDDEN, x, h1);
  forward(p + W2, HIDDEN, HIDDEN, h1, h2);
  float z[BATCH], loss = 0;
  for (int s = 0; s < BATCH; s++) z[s] = p[W3 + HIDDEN];
  for (int k = 0; k < HIDDEN; k++)
    for (int s = 0; s < BATCH; s++) z[s] += p[W3 + k] * h2[k][s];
  for (int s = 0; s < BATCH; s++) {
    float label = data[IN][row + s], e = expf(-fabsf(z[s]));
    loss += fmaxf(z[s], 0) - z[s] * label + logf(1 + e);
    dz3[0][s] = ((z[s] > 0 ? 1 : e) / (1 + e) - label) / BATCH;
  }
  last_loss = loss / BATCH;
  by_weights(g + W3, HIDDEN, 1, h2, dz3);
  by_inputs(p + W3, HIDDEN, 1, h2, dz3, dz2);
  by_weights(g + W2, HIDDEN, HIDDEN, h1, dz2);
  by_inputs(p + W2, HIDDEN, HIDDEN, h1, dz2, dz1);
  by_weights(g + W1, IN, HIDDEN, x, dz1);
  adam();
}

static void run(long steps) {
  static int row;
  for (long n = 0; n < steps; n++) {
    step(row);
    row = (row + BATCH) % ROWS;
  }
}

#include "contender.h"
