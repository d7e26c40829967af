/* Included last by every program here: reads the numbers in the file that it is given, then obeys the lines on its input.
   "run N" does N units of work and prints the nanoseconds; "result" prints the numbers that are compared. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double *read_numbers(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) exit(1);
  fseek(file, 0, SEEK_END);
  long bytes = ftell(file);
  rewind(file);
  double *numbers = malloc(bytes);
  if (fread(numbers, 1, bytes, file) != (size_t)bytes) exit(1);
  fclose(file);
  return numbers;
}

int main(int count, char **arguments) {
  if (count != 2) return 1;
  prepare(read_numbers(arguments[1]));
  char line[64];
  while (fgets(line, sizeof line, stdin)) {
    if (strncmp(line, "run ", 4) == 0) {
      long units = atol(line + 4);
      struct timespec from, to;
      clock_gettime(CLOCK_MONOTONIC, &from);
      run(units);
      clock_gettime(CLOCK_MONOTONIC, &to);
      printf("%.0f\n", (to.tv_sec - from.tv_sec) * 1e9 + (to.tv_nsec - from.tv_nsec));
    } else {
      for (int i = 0; i < RESULTS; i++) printf("%.17g ", (double)RESULT[i]);
      printf("\n");
    }
    fflush(stdout);
  }
}
