/* An IN-HIDDEN-OUT relu network with softmax and cross-entropy, in batches, by Adam or plain gradient descent, f32, as one
   writes it down: one sample after the other, each adding to the gradient of the batch. */
#define W1 0
#define W2 (W1 + HIDDEN * (IN + 1))
#define SIZE (W2 + OUT * (HIDDEN + 1))
#define RESULTS SIZE
#define RESULT p

#include "update.h"
#include "layers.h"

static float data[ROWS][IN + OUT];
float last_loss;

static void prepare(const double *numbers) {
  for (int i = 0; i < SIZE; i++) p[i] = *numbers++;
  for (int k = 0; k < IN + OUT; k++)
    for (int r = 0; r < ROWS; r++) data[r][k] = *numbers++;
}

static void step(int row) {
  float loss = 0;
  for (int i = 0; i < SIZE; i++) g[i] = 0;
  for (int s = row; s < row + BATCH; s++) {
    const float *x = data[s], *label = x + IN;
    float h[HIDDEN], z[OUT], dh[HIDDEN], dz[OUT];
    forward(p + W1, IN, HIDDEN, x, h);
    for (int j = 0; j < HIDDEN; j++) h[j] = fmaxf(h[j], 0);
    forward(p + W2, HIDDEN, OUT, h, z);
    float most = z[0], total = 0;
    for (int j = 1; j < OUT; j++) most = fmaxf(most, z[j]);
    for (int j = 0; j < OUT; j++) {
      loss -= label[j] * (z[j] - most);
      dz[j] = expf(z[j] - most);
      total += dz[j];
    }
    loss += logf(total);
    for (int j = 0; j < OUT; j++) dz[j] = (dz[j] / total - label[j]) / BATCH;
    backward(p + W2, g + W2, HIDDEN, OUT, h, dz, dh);
    for (int k = 0; k < HIDDEN; k++) dh[k] = h[k] > 0 ? dh[k] : 0;
    backward(p + W1, g + W1, IN, HIDDEN, x, dh, 0);
  }
  last_loss = loss / BATCH;
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
