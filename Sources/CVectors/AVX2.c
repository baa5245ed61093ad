// Vectors of bytes → dot products, 16 bytes an instruction (AVX2): bytes are widened, multiplied and added in pairs.

#include "Ways.h"

#ifdef CVECTORS_X86
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2")))

AVX2 static inline int32_t sum_of(__m256i sums)
{
  __m128i half = _mm_add_epi32(_mm256_castsi256_si128(sums), _mm256_extracti128_si256(sums, 1));
  half = _mm_add_epi32(half, _mm_shuffle_epi32(half, _MM_SHUFFLE(1, 0, 3, 2)));
  half = _mm_add_epi32(half, _mm_shuffle_epi32(half, _MM_SHUFFLE(2, 3, 0, 1)));
  return _mm_cvtsi128_si32(half);
}

AVX2 static inline __m256i wide(const int8_t *bytes)
{
  return _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)bytes));
}

AVX2 void avx2_dots(
  const int8_t *query, const int8_t *rows, size_t count, size_t dimensions, int32_t *dots)
{
  size_t whole = dimensions & ~(size_t)15;
  for (size_t row = 0; row < count; row++) {
    const int8_t *vector = rows + row * dimensions;
    __m256i sums = _mm256_setzero_si256();
    for (size_t k = 0; k < whole; k += 16)
      sums = _mm256_add_epi32(sums, _mm256_madd_epi16(wide(query + k), wide(vector + k)));
    int32_t sum = sum_of(sums);
    for (size_t k = whole; k < dimensions; k++) sum += (int32_t)query[k] * vector[k];
    dots[row] = sum;
  }
}

/// Queries that are multiplied with a row at once.
#define QUERIES 4

AVX2 void avx2_tile(
  const int8_t *query, size_t queries, const int8_t *rows, size_t count, size_t dimensions, int32_t *dots)
{
  size_t whole = dimensions & ~(size_t)15;
  size_t blocks = queries - queries % QUERIES;
  for (size_t row = 0; row < count; row++) {
    const int8_t *vector = rows + row * dimensions;
    for (size_t q = 0; q < blocks; q += QUERIES) {
      const int8_t *own = query + q * dimensions;
      __m256i sums[QUERIES];
      for (size_t i = 0; i < QUERIES; i++) sums[i] = _mm256_setzero_si256();
      for (size_t k = 0; k < whole; k += 16) {
        __m256i theirs = wide(vector + k);
#pragma clang loop unroll(full)
        for (size_t i = 0; i < QUERIES; i++)
          sums[i] = _mm256_add_epi32(
            sums[i], _mm256_madd_epi16(wide(own + i * dimensions + k), theirs));
      }
      for (size_t i = 0; i < QUERIES; i++) {
        int32_t sum = sum_of(sums[i]);
        for (size_t k = whole; k < dimensions; k++) sum += (int32_t)own[i * dimensions + k] * vector[k];
        dots[(q + i) * count + row] = sum;
      }
    }
    for (size_t q = blocks; q < queries; q++)
      avx2_dots(query + q * dimensions, vector, 1, dimensions, dots + q * count + row);
  }
}
#endif
