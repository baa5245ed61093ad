// One query and all rows → sums of common terms and scores. One source for all processors: the compiler widens it.

#include "CSums.h"
#include "Ways.h"

#ifdef CVECTORS_X86
#include <immintrin.h>
#endif

// Products and sums are rounded each, so that every way gives the same.
#pragma STDC FP_CONTRACT OFF

#define ROWS cvectors_rows_at_once
#define ALWAYS static inline __attribute__((always_inline))

typedef float numbers __attribute__((vector_size(64), aligned(4)));
typedef int32_t integers __attribute__((vector_size(64), aligned(4)));
typedef uint8_t bytes __attribute__((vector_size(16), aligned(1)));

#define least_of(a, b) __builtin_elementwise_min(a, b)
#define most_of(a, b) __builtin_elementwise_max(a, b)
#define only_where(condition, a) ((numbers)((integers)(condition) & (integers)(a)))
#define choose(condition, a, b) ((numbers)(((integers)(condition) & (integers)(a)) | (~(integers)(condition) & (integers)(b))))
#define all_are(number) ((numbers){0} + (number))
#define join(a, b, ...) __builtin_shufflevector(a, b, __VA_ARGS__)

/// The four sums of sixteen rows, each by itself.
typedef struct {
  numbers product, of_query, of_row, common;
} sums_of_rows;

/// Every fourth number of two registers, beginning with one.
#define FOURTHS(a, b, k) join(a, b, k, k + 4, k + 8, k + 12, k + 16, k + 20, k + 24, k + 28, k, k, k, k, k, k, k, k)
#define HALVES(a, b) join(a, b, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23)
#define SUM(k) HALVES(FOURTHS(a, b, k), FOURTHS(c, d, k))

ALWAYS void apart(const float *sums, sums_of_rows *rows)
{
  const numbers *four = (const numbers *)sums;
  numbers a = four[0], b = four[1], c = four[2], d = four[3];
  *rows = (sums_of_rows){SUM(0), SUM(1), SUM(2), SUM(3)};
}

#define PAIRS(a, b, k) \
  join(a, b, k, k + 16, k + 1, k + 17, k + 2, k + 18, k + 3, k + 19, k + 4, k + 20, k + 5, k + 21, k + 6, k + 22, k + 7, k + 23)
#define FOURS(a, b, k) \
  join(a, b, k, k + 1, k + 16, k + 17, k + 2, k + 3, k + 18, k + 19, k + 4, k + 5, k + 20, k + 21, k + 6, k + 7, k + 22, k + 23)

ALWAYS void together(const sums_of_rows *rows, float *sums)
{
  numbers *four = (numbers *)sums;
  numbers first = PAIRS(rows->product, rows->of_query, 0), second = PAIRS(rows->of_row, rows->common, 0);
  four[0] = FOURS(first, second, 0);
  four[1] = FOURS(first, second, 8);
  first = PAIRS(rows->product, rows->of_query, 8), second = PAIRS(rows->of_row, rows->common, 8);
  four[2] = FOURS(first, second, 0);
  four[3] = FOURS(first, second, 8);
}

/// Puts the numbers of a table in whose places `counts` name; each way has its own.
typedef void (*lookup)(const float *table, const integers *counts, numbers *found);

ALWAYS void add(
  lookup look_up, sums_of_rows *sums, const cvectors_common_term *term, size_t row, const float *length_parts, float most)
{
  integers counts = __builtin_convertvector(*(const bytes *)(term->counts + row), integers);
  numbers products;
  look_up(term->products, &counts, &products);
  numbers frequency = __builtin_convertvector(counts, numbers);
  sums->product += products;
  sums->of_query += term->rarity * frequency * most / (frequency + *(const numbers *)length_parts);
  sums->of_row += only_where(counts > 0, all_are(term->score));
  sums->common += least_of(frequency, all_are(term->own));
}

ALWAYS void score(
  const sums_of_rows *sums, const cvectors_row_sums *rows, const cvectors_query_score *query, size_t row, float *scores)
{
#define at(array) (*(const numbers *)(rows->array + row))
  const numbers one = all_are(1.0f), nought = {0};
  integers has_terms = at(norms) > 0;
  numbers cosine = nought, of_query = nought, of_row = nought;
  if (query->norm > 0 && query->own_score > 0) {
    cosine = only_where(has_terms, least_of(sums->product / (query->norm * at(norms)), one));
    of_query = only_where(has_terms, least_of(sums->of_query / query->own_score, one));
    of_row = only_where(has_terms & (at(own_scores) > 0), least_of(sums->of_row / at(own_scores), one));
  }
  numbers all = query->intercept + query->cosine * cosine
    + query->steep_cosine * most_of(cosine - query->steep_from, nought) + query->of_query * of_query
    + query->of_row * of_row + query->meaning * at(meanings) + query->crowding * at(crowding);
  *(numbers *)scores = choose((sums->common > 0) | (at(meanings) > 0), all, all_are(-__builtin_inff()));
#undef at
}

/// All of it for sixteen rows.
ALWAYS size_t take(
  lookup look_up, const cvectors_common_term *terms, size_t count, const cvectors_row_sums *rows, const cvectors_query_score *query,
  size_t row, size_t counts_row, size_t number, size_t here, float *scores, uint32_t *near)
{
  sums_of_rows sums;
  apart(rows->sums + row * 4, &sums);
  // More streams than processors follow by themselves: the next line of each is asked for in time.
  if (counts_row % 64 == 0)
    for (size_t i = 0; i < count; i++) __builtin_prefetch(terms[i].counts + counts_row + 512);
  for (size_t i = 0; i < count; i++) add(look_up, &sums, terms + i, counts_row, rows->length_parts + row, query->most);
  together(&sums, rows->sums + row * 4);
  score(&sums, rows, query, row, scores + row);
  size_t found = 0;
  if (__builtin_reduce_max(sums.common) >= query->least_common)
    for (size_t lane = 0; lane < here; lane++)
      if (sums.common[lane] >= query->least_common) near[found++] = (uint32_t)(number + lane);
  return found;
}

ALWAYS size_t add_common(
  lookup look_up, const cvectors_common_term *terms, size_t count, const cvectors_row_sums *rows, const cvectors_query_score *query,
  size_t first, size_t end, float *scores, uint32_t *near)
{
  size_t found = 0, row = first;
  for (; row + ROWS <= end; row += ROWS)
    found += take(look_up, terms, count, rows, query, row, row, row, ROWS, scores, near + found);
  if (row < end) {
    // The last rows, filled up.
    size_t here = end - row;
    float sums[ROWS * 4] = {0}, arrays[5][ROWS] = {{0}}, last[ROWS];
    const float *sources[5] = {rows->length_parts, rows->norms, rows->own_scores, rows->meanings, rows->crowding};
    for (size_t i = 0; i < here * 4; i++) sums[i] = rows->sums[row * 4 + i];
    for (int k = 0; k < 5; k++)
      for (size_t i = 0; i < here; i++) arrays[k][i] = sources[k][row + i];
    for (size_t i = here; i < ROWS; i++) arrays[0][i] = 1;
    cvectors_row_sums filled = {sums, arrays[0], arrays[1], arrays[2], arrays[3], arrays[4]};
    found += take(look_up, terms, count, &filled, query, 0, row, row, here, last, near + found);
    for (size_t i = 0; i < here * 4; i++) rows->sums[row * 4 + i] = sums[i];
    for (size_t i = 0; i < here; i++) scores[row + i] = last[i];
  }
  return found;
}

ALWAYS void look_up_each(const float *table, const integers *counts, numbers *found)
{
  for (int lane = 0; lane < ROWS; lane++) (*found)[lane] = table[(*counts)[lane]];
}

static size_t plain_common(
  const cvectors_common_term *terms, size_t count, const cvectors_row_sums *rows, const cvectors_query_score *query,
  size_t first, size_t end, float *scores, uint32_t *near)
{
  return add_common(look_up_each, terms, count, rows, query, first, end, scores, near);
}

#ifdef CVECTORS_X86
#define AVX2 __attribute__((target("avx2")))
#define AVX512 __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl")))

/// Eight of a table of sixteen that lies in two registers.
AVX2 static inline __m256 eight_of(__m256 low, __m256 high, __m256i counts)
{
  __m256 is_high = _mm256_castsi256_ps(_mm256_slli_epi32(counts, 28));
  return _mm256_blendv_ps(_mm256_permutevar8x32_ps(low, counts), _mm256_permutevar8x32_ps(high, counts), is_high);
}

AVX2 static inline void avx2_look_up(const float *table, const integers *counts, numbers *found)
{
  if (__builtin_reduce_max(*counts) > 15) return look_up_each(table, counts, found);
  __m256 low = _mm256_loadu_ps(table), high = _mm256_loadu_ps(table + 8);
  const __m256i *both = (const __m256i *)counts;
  _mm256_storeu_ps((float *)found, eight_of(low, high, _mm256_loadu_si256(both)));
  _mm256_storeu_ps((float *)found + 8, eight_of(low, high, _mm256_loadu_si256(both + 1)));
}

AVX512 static inline void avx512_look_up(const float *table, const integers *counts, numbers *found)
{
  if (__builtin_reduce_max(*counts) > 15) return look_up_each(table, counts, found);
  __m512 sixteen = _mm512_permutexvar_ps(_mm512_loadu_si512(counts), _mm512_loadu_ps(table));
  _mm512_storeu_ps(found, sixteen);
}

AVX2 static size_t avx2_common(
  const cvectors_common_term *terms, size_t count, const cvectors_row_sums *rows, const cvectors_query_score *query,
  size_t first, size_t end, float *scores, uint32_t *near)
{
  return add_common(avx2_look_up, terms, count, rows, query, first, end, scores, near);
}

AVX512 static size_t avx512_common(
  const cvectors_common_term *terms, size_t count, const cvectors_row_sums *rows, const cvectors_query_score *query,
  size_t first, size_t end, float *scores, uint32_t *near)
{
  return add_common(avx512_look_up, terms, count, rows, query, first, end, scores, near);
}
#endif

size_t cvectors_add_common(
  cvectors_way way, const cvectors_common_term *terms, size_t count, const cvectors_row_sums *rows,
  const cvectors_query_score *query, size_t first, size_t end, float *scores, uint32_t *near)
{
#ifdef CVECTORS_X86
  if (way == cvectors_vnni) return avx512_common(terms, count, rows, query, first, end, scores, near);
  if (way == cvectors_avx2) return avx2_common(terms, count, rows, query, first, end, scores, near);
#endif
  return plain_common(terms, count, rows, query, first, end, scores, near);
}
