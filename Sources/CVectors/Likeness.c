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

/// What vectors and types give sixteen queries with a row. A comparison that holds is -1.
#define unread(half)                                                                                        \
  ({                                                                                                        \
    numbers dot = __builtin_convertvector(*(const integers *)(dots + (half)), numbers);                     \
    numbers agreement = {0};                                                                                \
    for (uint32_t p = rows->type_starts[row]; p < rows->type_starts[row + 1]; p++) {                        \
      numbers theirs = at(queries->types + rows->types[p] * cvectors_lanes + (half));                       \
      agreement = most_of(agreement, least_of(theirs, (numbers){0} + rows->confidences[p]));                \
    }                                                                                                       \
    integers differ = (agreement < score->common_type) & ((at(queries->typed + (half)) * rows->typed[row]) > 0); \
    dot * at(queries->vector_scales + (half)) * (rows->vector_scales[row] * score->meaning)                 \
      + agreement * score->type - __builtin_convertvector(differ, numbers) * score->other_type;             \
  })

/// The whole score of sixteen queries with a row.
#define whole(half)                                                                                         \
  ({                                                                                                        \
    numbers above = most_of(cosine[half] - score->steep_from, (numbers){0});                                \
    first[half] + score->intercept + score->cosine * least_of(cosine[half], one)                            \
      + score->steep_cosine * least_of(above, one - score->steep_from)                                      \
      + score->of_query * least_of(of_query[half] * at(queries->score_scales + (half) * LANES), one)        \
      + score->of_row * least_of(of_row[half] * rows->score_scales[row], one);                              \
  })

/// Whether one of sixteen numbers reaches another.
#define reach(values, least)                                                                                \
  __builtin_reduce_or((integers)((values) >= (least)))

ALWAYS size_t find_pairs(
  const cvectors_rows *rows, const cvectors_queries *queries, const cvectors_score *score, const int32_t *dots,
  size_t from, size_t count, cvectors_pair *pairs)
{
  const numbers one = (numbers){0} + 1.0f;
  size_t found = 0;
  uint16_t places[512];
  for (size_t row = from; row < from + count; row++, dots += cvectors_lanes) {
    numbers first[2] = {unread(0), unread(LANES)};
    if (!reach(most_of(first[0], first[1]), score->least_unread)) continue;
    numbers cosine[2] = {{0}, {0}}, of_query[2] = {{0}, {0}}, of_row[2] = {{0}, {0}}, common[2] = {{0}, {0}};
    uint32_t end = rows->term_starts[row + 1];
    for (uint32_t part = rows->term_starts[row]; part < end; part += 512) {
      uint32_t here = end - part < 512 ? end - part : 512, held = 0;
      uint16_t which[512];
      for (uint32_t i = 0; i < here; i++) {
        uint16_t place = queries->places[rows->terms[part + i]];
        places[held] = place;
        which[held] = (uint16_t)i;
        held += place != 0;
      }
      for (uint32_t i = 0; i < held; i++) {
        const float *theirs = queries->terms + (size_t)places[i] * (3 * cvectors_lanes);
        uint32_t p = part + which[i];
        float weight = rows->weights[p], own = rows->scores[p], times = rows->counts[p];
        for (int half = 0; half < 2; half++) {
          numbers occurrences = at(theirs + 2 * cvectors_lanes + half * LANES);
          cosine[half] += at(theirs + half * LANES) * weight;
          of_row[half] += at(theirs + cvectors_lanes + half * LANES);
          of_query[half] += least_of(occurrences, one) * own;
          common[half] += least_of(occurrences, (numbers){0} + times);
        }
      }
    }
    numbers all[2] = {whole(0), whole(1)};
    if (!reach(most_of(all[0], all[1]), score->least)) continue;
    for (int lane = 0; lane < cvectors_lanes; lane++) {
      float value = all[lane / LANES][lane % LANES];
      if (value < score->least || first[lane / LANES][lane % LANES] < score->least_unread) continue;
      float words = common[lane / LANES][lane % LANES];
      pairs[found++] = (cvectors_pair){
        (uint32_t)row, (uint16_t)lane, words < 65535 ? (uint16_t)words : 65535, value};
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
