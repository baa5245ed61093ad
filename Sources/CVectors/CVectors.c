// A way and vectors → the function that computes their products.

#include "Ways.h"

cvectors_way cvectors_best(void)
{
#ifdef CVECTORS_X86
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")
      && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vnni"))
    return cvectors_vnni;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return cvectors_avx2;
#endif
  return cvectors_plain;
}

void cvectors_dots(
  cvectors_way way, const int8_t *query, const int8_t *rows, size_t count, size_t dimensions, int32_t *dots)
{
#ifdef CVECTORS_X86
  if (way == cvectors_vnni) return vnni_dots(query, rows, count, dimensions, dots);
  if (way == cvectors_avx2) return avx2_dots(query, rows, count, dimensions, dots);
#endif
  plain_dots(query, rows, count, dimensions, dots);
}

void cvectors_tile(
  cvectors_way way, const int8_t *query, size_t queries, const int8_t *rows, size_t count, size_t dimensions,
  int32_t *dots)
{
#ifdef CVECTORS_X86
  if (way == cvectors_vnni) return vnni_tile(query, queries, rows, count, dimensions, dots);
  if (way == cvectors_avx2) return avx2_tile(query, queries, rows, count, dimensions, dots);
#endif
  // Rows outside, so that each is read from memory once.
  for (size_t row = 0; row < count; row++)
    for (size_t q = 0; q < queries; q++)
      plain_dots(query + q * dimensions, rows + row * dimensions, 1, dimensions, dots + q * count + row);
}
