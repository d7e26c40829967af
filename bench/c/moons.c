/* A 2-16-16-1 tanh network on the cross-entropy of two classes, batch 32, Adam, f32, as one writes it down: one sample after
   the other, each adding to the gradient of the batch. Weights as the harness has them: each unit's, then its bias. */
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
#include "layers.h"

static float data[ROWS][IN + 1];
float last_loss;

static void prepare(const double *numbers) {
  for (int i = 0; i < SIZE; i++) p[i] = *numbers++;
  for (int k = 0; k < IN + 1; k++)
    for (int r = 0; r < ROWS; r++) data[r][k] = *numbers++;
}

static void step(int row) {
  float loss = 0;
  for (int i = 0; i < SIZE; i++) g[i] = 0;
  for (int s = row; s < row + BATCH; s++) {
    const float *x = data[s], label = x[IN];
    float h1[HIDDEN], h2[HIDDEN], z[1], dz1[HIDDEN], dz2[HIDDEN], dz3[1];
    forward(p + W1, IN, HIDDEN, x, h1);
    for (int j = 0; j < HIDDEN; j++) h1[j] = tanhf(h1[j]);
    forward(p + W2, HIDDEN, HIDDEN, h1, h2);
    for (int j = 0; j < HIDDEN; j++) h2[j] = tanhf(h2[j]);
    forward(p + W3, HIDDEN, 1, h2, z);
    float e = expf(-fabsf(z[0]));
    loss += fmaxf(z[0], 0) - z[0] * label + logf(1 + e);
    dz3[0] = ((z[0] > 0 ? 1 : e) / (1 + e) - label) / BATCH;
    backward(p + W3, g + W3, HIDDEN, 1, h2, dz3, dz2);
    for (int j = 0; j < HIDDEN; j++) dz2[j] *= 1 - h2[j] * h2[j];
    backward(p + W2, g + W2, HIDDEN, HIDDEN, h1, dz2, dz1);
    for (int j = 0; j < HIDDEN; j++) dz1[j] *= 1 - h1[j] * h1[j];
    backward(p + W1, g + W1, IN, HIDDEN, x, dz1, 0);
  }
  last_loss = loss / BATCH;
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
