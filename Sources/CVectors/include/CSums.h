// One query held against all rows by the terms they share: counts of common terms → sums → scores.

#ifndef CSUMS_H
#define CSUMS_H

#include "CDots.h"

/// Rows that are taken at once: arrays of counts are filled up with 0 to a whole number of them.
#define cvectors_rows_at_once 16

/// A term of the query that many rows have.
typedef struct {
  /// How often each row has it.
  const uint8_t *counts;
  /// What each number of occurrences adds to the product of the two sparse vectors: 256 numbers, the first is 0.
  const float *products;
  /// Rarity, for the score of a row for the query.
  float rarity;
  /// Score of the term in the query.
  float score;
  /// Occurrences in the query.
  float own;
} cvectors_common_term;

/// What is known of every row. Of `sums` each row has four: product of the two sparse vectors, score of the row for the
/// query, score of the query for the row, words in common.
typedef struct {
  float *sums;
  const float *length_parts, *norms, *own_scores;
  /// Cosines of the word vectors, and how crowded the place of each row is.
  const float *meanings, *crowding;
} cvectors_row_sums;

/// What is known of the query, and the score: 0 for `norm` or `own_score` makes all likeness by terms 0.
typedef struct {
  float norm, own_score;
  /// k1 + 1 of the scores.
  float most;
  float intercept, cosine, steep_cosine, steep_from, of_query, of_row, meaning, crowding;
  /// Words in common from which a row is listed as near.
  float least_common;
} cvectors_query_score;

/// Adds common terms to the sums of the rows `first` up to `end`, and scores them; `first` is a multiple of 16.
///
/// - `scores`: by row; minus infinity where a row has no word in common and no like meaning.
/// - `near`: takes the rows that have `least_common` words or more in common, ascending; has room for all.
///
/// The same to the last bit in every way. Returns how many are near.
size_t cvectors_add_common(
  cvectors_way way, const cvectors_common_term *terms, size_t count, const cvectors_row_sums *rows,
  const cvectors_query_score *query, size_t first, size_t end, float *scores, uint32_t *near);

#endif
