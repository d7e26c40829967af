/* An IN-HIDDEN-OUT relu network with softmax and cross-entropy, in batches, by Adam or plain gradient descent, f32. The batch
   is the inner dimension of every array. Weights as the harness has them: each unit's, then its bias. */
#define W1 0
#define W2 (W1 + HIDDEN * (IN + 1))
#define SIZE (W2 + OUT * (HIDDEN + 1))
#define RESULTS SIZE
#define RESULT p

#include "update.h"

static float data[IN + OUT][ROWS];
float last_loss;

static void prepare(const double *numbers) {
  for (int i = 0; i < SIZE; i++) p[i] = *numbers++;
  for (int k = 0; k < IN + OUT; k++)
    for (int r = 0; r < ROWS; r++) data[k][r] = *numbers++;
}

static inline void forward(const float *restrict w, int in, int out, float (*restrict x)[BATCH], float (*restrict y)[BATCH]) {
  for (int j = 0; j < out; j++, w += in + 1) {
    float sum[BATCH];
    for (int s = 0; s < BATCH; s++) sum[s] = w[in];
    for (int k = 0; k < in; k++)
      for (int s = 0; s < BATCH; s++) sum[s] += w[k] * x[k][s];
    for (int s = 0; s < BATCH; s++) y[j][s] = sum[s];
  }
}

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

static void step(int row) {
  static float x[IN][BATCH], h[HIDDEN][BATCH], dh[HIDDEN][BATCH], z[OUT][BATCH];
  for (int k = 0; k < IN; k++)
    for (int s = 0; s < BATCH; s++) x[k][s] = data[k][row + s];
  forward(p + W1, IN, HIDDEN, x, h);
  for (int j = 0; j < HIDDEN; j++)
    for (int s = 0; s < BATCH; s++) h[j][s] = fmaxf(h[j][s], 0);
  forward(p + W2, HIDDEN, OUT, h, z);

  float most[BATCH], total[BATCH] = {0}, loss = 0;
  for (int s = 0; s < BATCH; s++) most[s] = z[0][s];
  for (int j = 1; j < OUT; j++)
    for (int s = 0; s < BATCH; s++) most[s] = fmaxf(most[s], z[j][s]);
  for (int j = 0; j < OUT; j++)
    for (int s = 0; s < BATCH; s++) {
      loss -= data[IN + j][row + s] * (z[j][s] - most[s]);
      z[j][s] = expf(z[j][s] - most[s]);
      total[s] += z[j][s];
    }
  for (int s = 0; s < BATCH; s++) loss += logf(total[s]);
  last_loss = loss / BATCH;
  for (int j = 0; j < OUT; j++)
    for (int s = 0; s < BATCH; s++) z[j][s] = (z[j][s] / total[s] - data[IN + j][row + s]) / BATCH;

  by_weights(g + W2, HIDDEN, OUT, h, z);
  for (int k = 0; k < HIDDEN; k++) {
    float sum[BATCH] = {0};
    for (int j = 0; j < OUT; j++)
      for (int s = 0; s < BATCH; s++) sum[s] += p[W2 + j * (HIDDEN + 1) + k] * z[j][s];
    for (int s = 0; s < BATCH; s++) dh[k][s] = h[k][s] > 0 ? sum[s] : 0;
  }
  by_weights(g + W1, IN, HIDDEN, x, dh);
  UPDATE;
}

static void run(long steps) {
  static int row;
  for (long n = 0; n < steps; n++) {
    step(row);
    row = (row + BATCH) % ROWS;
  }
}

#include "contender.h"
