// The ways to compute, for the dispatcher; each file holds one.

#ifndef CVECTORS_WAYS_H
#define CVECTORS_WAYS_H

#include "CDots.h"

#if defined(__x86_64__)
#define CVECTORS_X86 1
#endif

void plain_dots(const int8_t *query, const int8_t *rows, size_t count, size_t dimensions, int32_t *dots);

#ifdef CVECTORS_X86
void avx2_dots(const int8_t *query, const int8_t *rows, size_t count, size_t dimensions, int32_t *dots);
void vnni_dots(const int8_t *query, const int8_t *rows, size_t count, size_t dimensions, int32_t *dots);

void avx2_tile(
  const int8_t *query, size_t queries, const int8_t *rows, size_t count, size_t dimensions, int32_t *dots);
void vnni_tile(
  const int8_t *query, size_t queries, const int8_t *rows, size_t count, size_t dimensions, int32_t *dots);
#endif

#endif
