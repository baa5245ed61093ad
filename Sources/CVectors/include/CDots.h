// Dot products of vectors of bytes, by the widest instructions that the processor has.

#ifndef CDOTS_H
#define CDOTS_H

#include <stddef.h>
#include <stdint.h>

/// How the products are computed; each gives the same numbers, the later ones faster.
typedef enum {
  /// Portable C.
  cvectors_plain = 0,
  /// x86 with AVX2.
  cvectors_avx2 = 1,
  /// x86 with AVX-512 and its byte products (VNNI).
  cvectors_vnni = 2,
} cvectors_way;

/// The fastest way on this processor.
cvectors_way cvectors_best(void);

/// `dots[r]` = the product of `query` and row `r`, for `count` rows that lie one after another.
///
/// Exact for all values; `dimensions` is at most 65,536, so that no sum leaves 32 bits.
void cvectors_dots(
  cvectors_way way, const int8_t *query, const int8_t *rows, size_t count, size_t dimensions, int32_t *dots);

/// `dots[q * count + r]` = the product of query `q` and row `r`, for `queries` queries and `count` rows.
///
/// Faster than one query after another from about eight queries on: rows are laid out anew once for all of them.
/// Memory is best used where `queries` × `dimensions` bytes fit the nearest cache.
void cvectors_tile(
  cvectors_way way, const int8_t *query, size_t queries, const int8_t *rows, size_t count, size_t dimensions,
  int32_t *dots);

#endif
