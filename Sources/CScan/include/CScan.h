#ifndef CSCAN_H
#define CSCAN_H

#include <stddef.h>
#include <stdint.h>

/// What one pass over a block of text found.
typedef struct {
  /// Separators outside quotes: delimiters and line ends.
  size_t positions;
  /// Line ends outside quotes.
  size_t rows;
  /// Line ends inside quotes.
  size_t hidden_line_ends;
  /// 1 where the block ends inside quotes.
  int32_t is_open;
  /// 1 where a byte is 0.
  int32_t has_nul;
  /// The offset of the first quote that neither opens a field, nor closes one, nor is doubled;
  /// −1 where there is none.
  int64_t stray_quote;
} cscan_result;

/// Finds every separator of a block that begins at the start of a row, going over its bytes once.
///
/// `positions` receives the offsets of separators in order and needs room for `length` + 64 entries;
/// `row_ends` receives, for each line end outside quotes, how many separators there are up to and
/// with it, and needs room for `length` + 1 entries. `bytes` must be readable up to `length` rounded
/// up to a multiple of 64. `length` is at most 2³¹ − 64.
cscan_result cscan_index(const uint8_t *bytes, size_t length, uint8_t delimiter, uint8_t line_end,
                         int32_t *positions, int32_t *row_ends);

/// The same, without instructions that not every machine has: what the other is tested against.
cscan_result cscan_index_portable(const uint8_t *bytes, size_t length, uint8_t delimiter,
                                  uint8_t line_end, int32_t *positions, int32_t *row_ends);

#endif
