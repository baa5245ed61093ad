// Vectors of bytes → dot products, in portable C: what the other ways must equal.

#include "Ways.h"

void plain_dots(
  const int8_t *query, const int8_t *rows, size_t count, size_t dimensions, int32_t *dots)
{
  for (size_t row = 0; row < count; row++) {
    const int8_t *vector = rows + row * dimensions;
    int32_t sum = 0;
    for (size_t k = 0; k < dimensions; k++) sum += (int32_t)query[k] * vector[k];
    dots[row] = sum;
  }
}
