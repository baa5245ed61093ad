// 32 queries held against rows by sparse terms, word vectors and types at once → the pairs that score enough.

#ifndef CLIKENESS_H
#define CLIKENESS_H

#include "CDots.h"

/// Queries that are held against a row at once.
#define cvectors_lanes 32

/// What is known of every row; the arrays of terms and types have one stretch a row.
typedef struct {
  const uint32_t *term_starts;
  const uint32_t *terms;
  /// Of each term: its weight over the length of the row's sparse vector, its score, its occurrences.
  const float *weights, *scores, *counts;
  /// 1 / the row's own score; 0 where it has none.
  const float *score_scales;
  const uint32_t *type_starts;
  const uint16_t *types;
  const float *confidences;
  /// 1 where the row is surely of a type.
  const float *typed;
  /// 1 / the length of the row's word vector; 0 where it has none.
  const float *vector_scales;
  /// What is added to every score of the row.
  const float *offsets;
} cvectors_rows;

/// What is known of the queries, 32 numbers at a time: one a query.
typedef struct {
  /// By term: where its numbers stand; 0 where no query has it, and the numbers of place 0 are all 0.
  const uint16_t *places;
  /// By place: weights, scores and occurrences, 96 numbers; the score of a term that a query has is above 0.
  const float *terms;
  const float *score_scales;
  /// By type: confidences.
  const float *types;
  const float *typed;
  const float *vector_scales;
} cvectors_queries;

/// The linear score of a pair.
typedef struct {
  float intercept, cosine, steep_cosine, steep_from, of_query, of_row, meaning, type, other_type;
  /// Agreement of types from which a pair is of one type.
  float common_type;
  /// What all but terms must give for these to be looked at, or else the cosine of the word vectors; and what the
  /// whole must be.
  float least_unread, near_meaning, least;
} cvectors_score;

/// A pair that scores enough.
typedef struct {
  uint32_t row;
  /// The query, 0 to 31.
  uint16_t lane;
  /// Words in common, each as often as both have it; 65,535 at most.
  uint16_t common;
  float score;
} cvectors_pair;

/// Writes the pairs of 32 queries and the rows from `first` on that score `least` or more, by rising row.
/// A term's score may be 0 if those of all rows are.
///
/// - `dots`: `dots[(row - first) * 32 + lane]` is the product of the word vectors.
/// - `pairs`: has room for `count` * 32.
///
/// Returns how many there are.
size_t cvectors_pairs(
  cvectors_way way, const cvectors_rows *rows, const cvectors_queries *queries, const cvectors_score *score,
  const int32_t *dots, size_t first, size_t count, cvectors_pair *pairs);

#endif
