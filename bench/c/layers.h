/* A dense layer for one sample; w has each unit's weights, then its bias. */

/* y = W x + b */
static inline void forward(const float *restrict w, int in, int out, const float *restrict x, float *restrict y) {
  for (int j = 0; j < out; j++, w += in + 1) {
    float sum = w[in];
    for (int k = 0; k < in; k++) sum += w[k] * x[k];
    y[j] = sum;
  }
}

/* From dy = d loss / d y: adds to the gradient by weights and biases; sets d loss / d x, unless that is data. */
static inline void backward(const float *restrict w, float *restrict dw, int in, int out, const float *restrict x,
                            const float *restrict dy, float *restrict dx) {
  if (dx)
    for (int k = 0; k < in; k++) dx[k] = 0;
  for (int j = 0; j < out; j++, w += in + 1, dw += in + 1) {
    for (int k = 0; k < in; k++) dw[k] += dy[j] * x[k];
    dw[in] += dy[j];
    if (dx)
      for (int k = 0; k < in; k++) dx[k] += dy[j] * w[k];
  }
}
