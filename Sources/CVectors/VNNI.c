// Vectors of bytes → dot products, 64 bytes an instruction (AVX-512 VNNI).
//
// The instruction multiplies bytes without a sign by bytes with one. So 128 is added to the one side, and 128 times the
// sum of the other is taken off the product.

#include "Ways.h"

#ifdef CVECTORS_X86
#include <immintrin.h>

#define VNNI __attribute__((target("avx512f,avx512bw,avx512vnni")))

VNNI void vnni_dots(
  const int8_t *query, const int8_t *rows, size_t count, size_t dimensions, int32_t *dots)
{
  const __m512i bias = _mm512_set1_epi8((char)0x80);
  size_t whole = dimensions & ~(size_t)63;
  __mmask64 rest = ((__mmask64)1 << (dimensions - whole)) - 1;
  for (size_t row = 0; row < count; row++) {
    const int8_t *vector = rows + row * dimensions;
    __m512i sum = _mm512_setzero_si512(), extra = _mm512_setzero_si512();
    for (size_t k = 0; k < whole; k += 64) {
      __m512i theirs = _mm512_loadu_si512(vector + k);
      sum = _mm512_dpbusd_epi32(sum, _mm512_xor_si512(_mm512_loadu_si512(query + k), bias), theirs);
      extra = _mm512_dpbusd_epi32(extra, bias, theirs);
    }
    if (rest) {
      __m512i theirs = _mm512_maskz_loadu_epi8(rest, vector + whole);
      __m512i own = _mm512_maskz_loadu_epi8(rest, query + whole);
      sum = _mm512_dpbusd_epi32(sum, _mm512_xor_si512(own, bias), theirs);
      extra = _mm512_dpbusd_epi32(extra, bias, theirs);
    }
    dots[row] = _mm512_reduce_add_epi32(_mm512_sub_epi32(sum, extra));
  }
}

/// Rows that are multiplied at once: two registers of sixteen.
#define ROWS 32
/// Queries that are multiplied at once.
#define BLOCK 8
/// Queries for which rows are laid out once.
#define QUERIES 128
/// Bytes of a vector that are laid out at a time; more take several passes.
#define DEPTH 512

/// The first four bytes of sixteen rows, the next four, and so on to the 64th, in place of their first 64 bytes.
VNNI static inline void transpose(__m512i *r)
{
  __m512i t[16];
  for (int i = 0; i < 16; i += 2) {
    t[i] = _mm512_unpacklo_epi32(r[i], r[i + 1]);
    t[i + 1] = _mm512_unpackhi_epi32(r[i], r[i + 1]);
  }
  for (int i = 0; i < 16; i += 4)
    for (int j = 0; j < 2; j++) {
      r[i + j * 2] = _mm512_unpacklo_epi64(t[i + j], t[i + j + 2]);
      r[i + j * 2 + 1] = _mm512_unpackhi_epi64(t[i + j], t[i + j + 2]);
    }
  for (int j = 0; j < 4; j++) {
    t[j] = _mm512_shuffle_i32x4(r[j], r[j + 4], 0x88);
    t[j + 4] = _mm512_shuffle_i32x4(r[j], r[j + 4], 0xDD);
    t[j + 8] = _mm512_shuffle_i32x4(r[j + 8], r[j + 12], 0x88);
    t[j + 12] = _mm512_shuffle_i32x4(r[j + 8], r[j + 12], 0xDD);
  }
  for (int j = 0; j < 4; j++) {
    r[j] = _mm512_shuffle_i32x4(t[j], t[j + 8], 0x88);
    r[j + 4] = _mm512_shuffle_i32x4(t[j + 4], t[j + 12], 0x88);
    r[j + 8] = _mm512_shuffle_i32x4(t[j], t[j + 8], 0xDD);
    r[j + 12] = _mm512_shuffle_i32x4(t[j + 4], t[j + 12], 0xDD);
  }
}

/// Lays rows out by fours of bytes: the first four bytes of each row, then the next four, with 128 added to each.
VNNI static void lay_out(const int8_t *rows, size_t count, size_t stride, size_t depth, int8_t *packed)
{
  const __m512i bias = _mm512_set1_epi8((char)0x80);
  for (size_t half = 0; half < ROWS; half += 16)
    for (size_t from = 0; from < depth; from += 64) {
      __mmask64 here = depth - from < 64 ? ((__mmask64)1 << (depth - from)) - 1 : ~(__mmask64)0;
      __m512i r[16];
      for (size_t i = 0; i < 16; i++) {
        size_t row = half + i;
        r[i] = _mm512_xor_si512(
          bias, row < count ? _mm512_maskz_loadu_epi8(here, rows + row * stride + from) : bias);
      }
      transpose(r);
      for (size_t k = 0; k < 16; k++)
        _mm512_store_si512(packed + (from + k * 4) * ROWS + half * 4, r[k]);
    }
}

/// 128 times the sum of a vector.
VNNI static int32_t extra_of(const int8_t *vector, size_t depth)
{
  const __m512i ones = _mm512_set1_epi8(1);
  __m512i sum = _mm512_setzero_si512();
  for (size_t k = 0; k < depth; k += 64) {
    __mmask64 here = depth - k < 64 ? ((__mmask64)1 << (depth - k)) - 1 : ~(__mmask64)0;
    sum = _mm512_dpbusd_epi32(sum, ones, _mm512_maskz_loadu_epi8(here, vector + k));
  }
  return _mm512_reduce_add_epi32(sum) * 128;
}

/// Puts, or adds, the products of a block of queries with 32 rows that are laid out.
///
/// `depth` is a multiple of four; all of `BLOCK` queries are read, and `queries` of them written.
VNNI static inline void block(
  const int8_t *own, size_t stride, const int32_t *extra, size_t queries, const int8_t *packed, size_t count,
  size_t depth, size_t width, int32_t *dots, int is_first)
{
  __m512i low[BLOCK], high[BLOCK];
  __mmask16 in_low = count >= 16 ? 0xFFFF : (1u << count) - 1;
  __mmask16 in_high = count <= 16 ? 0 : count >= 32 ? 0xFFFF : (1u << (count - 16)) - 1;
  for (size_t q = 0; q < BLOCK; q++) low[q] = high[q] = _mm512_set1_epi32(-extra[q]);
  for (size_t k = 0; k < depth; k += 4) {
    __m512i first = _mm512_load_si512(packed + k * ROWS);
    __m512i second = _mm512_load_si512(packed + k * ROWS + 64);
#pragma clang loop unroll(full)
    for (size_t q = 0; q < BLOCK; q++) {
      int32_t bytes;
      __builtin_memcpy(&bytes, own + q * stride + k, 4);
      __m512i mine = _mm512_set1_epi32(bytes);
      low[q] = _mm512_dpbusd_epi32(low[q], first, mine);
      high[q] = _mm512_dpbusd_epi32(high[q], second, mine);
    }
  }
  for (size_t q = 0; q < queries; q++) {
    int32_t *target = dots + q * width;
    if (!is_first) {
      low[q] = _mm512_add_epi32(low[q], _mm512_maskz_loadu_epi32(in_low, target));
      high[q] = _mm512_add_epi32(high[q], _mm512_maskz_loadu_epi32(in_high, target + 16));
    }
    _mm512_mask_storeu_epi32(target, in_low, low[q]);
    if (in_high) _mm512_mask_storeu_epi32(target + 16, in_high, high[q]);
  }
}

/// The products of `QUERIES` queries or fewer with all rows, over a part of their bytes.
VNNI static void part(
  const int8_t *query, size_t queries, const int8_t *rows, size_t count, size_t stride, size_t depth,
  int32_t *dots, int is_first)
{
  _Alignas(64) int8_t packed[ROWS * DEPTH];
  int8_t filled[BLOCK * DEPTH];
  int32_t extra[QUERIES + BLOCK] = {0};
  size_t fours = (depth + 3) & ~(size_t)3;
  for (size_t q = 0; q < queries; q++) extra[q] = extra_of(query + q * stride, depth);
  for (size_t row = 0; row < count; row += ROWS) {
    size_t here = count - row < ROWS ? count - row : ROWS;
    lay_out(rows + row * stride, here, stride, depth, packed);
    for (size_t q = 0; q < queries; q += BLOCK) {
      size_t left = queries - q < BLOCK ? queries - q : BLOCK;
      const int8_t *own = query + q * stride;
      size_t step = stride;
      if (left < BLOCK || fours != depth) {
        // Fewer queries than a block has, or no whole fours: filled up with 0.
        __builtin_memset(filled, 0, sizeof filled);
        for (size_t i = 0; i < left; i++) __builtin_memcpy(filled + i * DEPTH, own + i * stride, depth);
        own = filled;
        step = DEPTH;
      }
      block(own, step, extra + q, left, packed, here, fours, count, dots + q * count + row, is_first);
    }
  }
}

void vnni_tile(
  const int8_t *query, size_t queries, const int8_t *rows, size_t count, size_t dimensions, int32_t *dots)
{
  for (size_t q = 0; q < queries; q += QUERIES)
    for (size_t from = 0; from == 0 || from < dimensions; from += DEPTH)
      part(
        query + q * dimensions + from, queries - q < QUERIES ? queries - q : QUERIES, rows + from, count,
        dimensions, dimensions - from < DEPTH ? dimensions - from : DEPTH, dots + q * count, from == 0);
}
#endif
