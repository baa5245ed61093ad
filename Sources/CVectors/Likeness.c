// 32 queries and rows → the pairs that score enough. One source for all processors: the compiler widens it.

#include "CLikeness.h"
#include "Ways.h"

/// Sixteen numbers: one register of AVX-512, two of AVX2, four elsewhere.
typedef float numbers __attribute__((vector_size(64), aligned(4)));
typedef int32_t integers __attribute__((vector_size(64), aligned(4)));

#define LANES 16
#define ALWAYS static inline __attribute__((always_inline))

#define at(pointer) (*(const numbers *)(pointer))
#define least_of(a, b) __builtin_elementwise_min(a, b)
#define most_of(a, b) __builtin_elementwise_max(a, b)

/// Cosines of the word vectors of sixteen queries and a row.
#define meaning(half)                                                                                       \
  (__builtin_convertvector(*(const integers *)(dots + (half)), numbers)                                     \
   * at(queries->vector_scales + (half)) * rows->vector_scales[row])

/// What all but terms gives sixteen queries with a row, by their cosines. A comparison that holds is -1.
#define unread(half, cosines)                                                                               \
  ({                                                                                                        \
    numbers agreement = {0};                                                                                \
    for (uint32_t p = rows->type_starts[row]; p < rows->type_starts[row + 1]; p++) {                        \
      numbers theirs = at(queries->types + rows->types[p] * cvectors_lanes + (half));                       \
      agreement = most_of(agreement, least_of(theirs, (numbers){0} + rows->confidences[p]));                \
    }                                                                                                       \
    integers differ =                                                                                       \
      (agreement < score->common_type) & ((at(queries->typed + (half)) * rows->typed[row]) > 0);            \
    (cosines) * score->meaning + (rows->offsets[row] + score->intercept) + agreement * score->type          \
      - __builtin_convertvector(differ, numbers) * score->other_type;                                       \
  })

/// The whole score of sixteen queries with a row.
#define whole(half)                                                                                         \
  (first[half] + score->cosine * least_of(cosine, one)                                                      \
   + score->steep_cosine * most_of(least_of(cosine, one) - score->steep_from, (numbers){0})                 \
   + score->of_query * least_of(of_query * at(queries->score_scales + (half) * LANES), one)                 \
   + score->of_row * least_of(of_row * rows->score_scales[row], one))

/// Terms of a row that are taken at a time.
#define PART 512

/// The terms of a row that one of the queries has.
typedef struct {
  uint32_t count;
  uint16_t places[PART + 1], which[PART + 1];
} held_terms;

ALWAYS void hold(
  held_terms *held, const cvectors_rows *rows, const cvectors_queries *queries, uint32_t start, uint32_t count)
{
  held->count = 0;
  for (uint32_t i = 0; i < count; i++) {
    uint16_t place = queries->places[rows->terms[start + i]];
    held->places[held->count] = place;
    held->which[held->count] = (uint16_t)i;
    held->count += place != 0;
  }
}

ALWAYS size_t find_pairs(
  const cvectors_rows *rows, const cvectors_queries *queries, const cvectors_score *score, const int32_t *dots,
  size_t from, size_t count, cvectors_pair *pairs)
{
  const numbers one = (numbers){0} + 1.0f;
  size_t found = 0;
  held_terms held;
  for (size_t row = from; row < from + count; row++, dots += cvectors_lanes) {
    numbers cosines[2] = {meaning(0), meaning(LANES)};
    numbers first[2] = {unread(0, cosines[0]), unread(LANES, cosines[1])};
    integers near[2];
    for (int half = 0; half < 2; half++)
      near[half] = (first[half] >= score->least_unread) | (cosines[half] >= score->near_meaning);
    int is_near[2] = {__builtin_reduce_or(near[0]), __builtin_reduce_or(near[1])};
    if (!is_near[0] && !is_near[1]) continue;
    uint32_t start = rows->term_starts[row], end = rows->term_starts[row + 1];
    // Nearly every row has one part, whose terms are looked up once for both halves.
    int is_long = end - start > PART;
    if (!is_long) hold(&held, rows, queries, start, end - start);
    for (int half = 0; half < 2; half++) {
      if (!is_near[half]) continue;
      numbers cosine = {0}, of_query = {0}, of_row = {0};
      for (uint32_t part = start; part < end; part += PART) {
        if (is_long) hold(&held, rows, queries, part, end - part < PART ? end - part : PART);
        for (uint32_t i = 0; i < held.count; i++) {
          const float *theirs = queries->terms + (size_t)held.places[i] * (3 * cvectors_lanes) + half * LANES;
          uint32_t p = part + held.which[i];
          numbers scores = at(theirs + cvectors_lanes);
          numbers own = (numbers){0} + rows->scores[p];
          cosine += at(theirs) * rows->weights[p];
          of_row += scores;
          of_query += (numbers)((integers)(scores > 0) & (integers)own);
        }
      }
      numbers all = whole(half);
      integers enough = (all >= score->least) & near[half];
      if (!__builtin_reduce_or(enough)) continue;
      numbers common = {0};
      for (uint32_t part = start; part < end; part += PART) {
        if (is_long) hold(&held, rows, queries, part, end - part < PART ? end - part : PART);
        for (uint32_t i = 0; i < held.count; i++)
          common += least_of(
            at(queries->terms + (size_t)held.places[i] * (3 * cvectors_lanes) + 2 * cvectors_lanes + half * LANES),
            (numbers){0} + rows->counts[part + held.which[i]]);
      }
      for (int lane = 0; lane < LANES; lane++)
        if (enough[lane])
          pairs[found++] = (cvectors_pair){
            (uint32_t)row, (uint16_t)(half * LANES + lane),
            common[lane] < 65535 ? (uint16_t)common[lane] : 65535, all[lane]};
    }
  }
  return found;
}

static size_t plain_pairs(
  const cvectors_rows *rows, const cvectors_queries *queries, const cvectors_score *score, const int32_t *dots,
  size_t from, size_t count, cvectors_pair *pairs)
{
  return find_pairs(rows, queries, score, dots, from, count, pairs);
}

#ifdef CVECTORS_X86
__attribute__((target("avx2,fma"))) static size_t avx2_pairs(
  const cvectors_rows *rows, const cvectors_queries *queries, const cvectors_score *score, const int32_t *dots,
  size_t from, size_t count, cvectors_pair *pairs)
{
  return find_pairs(rows, queries, score, dots, from, count, pairs);
}

__attribute__((target("avx512f,avx512bw,avx512dq,avx512vl"))) static size_t vnni_pairs(
  const cvectors_rows *rows, const cvectors_queries *queries, const cvectors_score *score, const int32_t *dots,
  size_t from, size_t count, cvectors_pair *pairs)
{
  return find_pairs(rows, queries, score, dots, from, count, pairs);
}
#endif

size_t cvectors_pairs(
  cvectors_way way, const cvectors_rows *rows, const cvectors_queries *queries, const cvectors_score *score,
  const int32_t *dots, size_t first, size_t count, cvectors_pair *pairs)
{
#ifdef CVECTORS_X86
  if (way == cvectors_vnni) return vnni_pairs(rows, queries, score, dots, first, count, pairs);
  if (way == cvectors_avx2) return avx2_pairs(rows, queries, score, dots, first, count, pairs);
#endif
  return plain_pairs(rows, queries, score, dots, first, count, pairs);
}
