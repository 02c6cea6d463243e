// Separators of delimited text, 64 bytes at a time: a bit for each byte that is a delimiter, a line
// end, a quote. Langdale & Lemire, “Parsing gigabytes of JSON per second” (2019), sections 3.1.1
// and 3.2: quoted stretches are a prefix sum of quote bits, positions are read off the bits.
#include "CScan.h"

#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

typedef struct {
  uint64_t delimiters, line_ends, quotes, nuls;
} masks;

// The part that does not depend on the machine: from masks to positions. It is a macro-like inline
// function so that each caller compiles it with its own instructions.
typedef struct {
  uint64_t inside;    // all ones while a quote is open
  uint64_t boundary;  // 1 where the byte before the block ends a field
  uint64_t closed;    // 1 where the byte before the block is a closing quote
  size_t count, rows, hidden;
  int64_t stray;
  uint64_t nul;
} progress;

#define ALWAYS static inline __attribute__((always_inline))

ALWAYS uint64_t prefix_xor(uint64_t bits) {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  bits ^= bits << 32;
  return bits;
}

ALWAYS void step(progress *state, masks found, uint64_t valid, uint64_t returns, size_t base,
                 int32_t *positions, int32_t *row_ends) {
  uint64_t quotes = found.quotes & valid;
  uint64_t ends = found.line_ends & valid;
  uint64_t separators = (found.delimiters & valid) | ends;
  state->nul |= found.nuls & valid;
  if (__builtin_expect((quotes | state->inside | state->closed) != 0, 0)) {
    // Bit i of `inside`: a quote is open after byte i.
    uint64_t inside = prefix_xor(quotes) ^ state->inside;
    state->hidden += (size_t)__builtin_popcountll(ends & inside);
    ends &= ~inside;
    separators &= ~inside;
    uint64_t opening = quotes & inside, closing = quotes & ~inside;
    // A quote opens after a separator, or right after one that closed: a doubled quote.
    uint64_t before = (separators << 1) | state->boundary | (closing << 1) | state->closed;
    // One that closed is followed by a separator, a carriage return before a line end, or a quote.
    uint64_t after = separators | opening | returns | ~valid;
    uint64_t stray = (opening & ~before) | (((closing << 1) | state->closed) & ~after);
    if (stray != 0 && state->stray < 0) {
      state->stray = (int64_t)base + __builtin_ctzll(stray);
    }
    state->inside = (uint64_t)((int64_t)inside >> 63);
    state->closed = closing >> 63;
  }
  state->boundary = separators >> 63;
  int32_t *out = positions + state->count;
  size_t seen = (size_t)__builtin_popcountll(separators);
  while (ends != 0) {
    uint64_t lowest = ends & (~ends + 1);
    row_ends[state->rows++] =
        (int32_t)(state->count + (size_t)__builtin_popcountll(separators & (lowest | (lowest - 1))));
    ends &= ends - 1;
  }
  state->count += seen;
#define PUT(k)                                        \
  out[k] = (int32_t)(base + (size_t)__builtin_ctzll(separators | (1ULL << 63))); \
  separators &= separators - 1;
  PUT(0) PUT(1) PUT(2) PUT(3) PUT(4) PUT(5) PUT(6) PUT(7)
  PUT(8) PUT(9) PUT(10) PUT(11)
#undef PUT
  if (__builtin_expect(seen > 12, 0)) {
    for (size_t k = 12; k < seen; k++) {
      out[k] = (int32_t)(base + (size_t)__builtin_ctzll(separators));
      separators &= separators - 1;
    }
  }
}

ALWAYS cscan_result ended(const progress *state) {
  cscan_result result;
  result.positions = state->count;
  result.rows = state->rows;
  result.hidden_line_ends = state->hidden;
  result.is_open = state->inside != 0;
  result.has_nul = state->nul != 0;
  result.stray_quote = state->stray;
  return result;
}

ALWAYS progress begun(void) {
  progress state = {0, 1, 0, 0, 0, 0, -1, 0};
  return state;
}

ALWAYS uint64_t valid_bits(size_t left) { return left >= 64 ? ~0ULL : (1ULL << left) - 1; }

cscan_result cscan_index_portable(const uint8_t *bytes, size_t length, uint8_t delimiter,
                                  uint8_t line_end, int32_t *positions, int32_t *row_ends) {
  progress state = begun();
  for (size_t base = 0; base < length; base += 64) {
    masks found = {0, 0, 0, 0};
    uint64_t returns = 0;
    size_t width = length - base < 64 ? length - base : 64;
    for (size_t i = 0; i < width; i++) {
      uint8_t byte = bytes[base + i];
      found.delimiters |= (uint64_t)(byte == delimiter) << i;
      found.line_ends |= (uint64_t)(byte == line_end) << i;
      found.quotes |= (uint64_t)(byte == '"') << i;
      found.nuls |= (uint64_t)(byte == 0) << i;
      returns |= (uint64_t)(byte == '\r') << i;
    }
    step(&state, found, valid_bits(length - base), returns, base, positions, row_ends);
  }
  return ended(&state);
}

#if defined(__x86_64__)

__attribute__((target("avx2,bmi,popcnt"))) static cscan_result index_avx2(
    const uint8_t *bytes, size_t length, uint8_t delimiter, uint8_t line_end, int32_t *positions,
    int32_t *row_ends) {
  progress state = begun();
  const __m256i d = _mm256_set1_epi8((char)delimiter), n = _mm256_set1_epi8((char)line_end);
  const __m256i q = _mm256_set1_epi8('"'), z = _mm256_setzero_si256(), r = _mm256_set1_epi8('\r');
#define BITS(sign)                                                       \
  ((uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(a, sign)) | \
   (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(b, sign)) << 32)
  for (size_t base = 0; base < length; base += 64) {
    __m256i a = _mm256_loadu_si256((const __m256i *)(bytes + base));
    __m256i b = _mm256_loadu_si256((const __m256i *)(bytes + base + 32));
    masks found = {BITS(d), BITS(n), BITS(q), BITS(z)};
    step(&state, found, valid_bits(length - base), BITS(r), base, positions, row_ends);
  }
#undef BITS
  return ended(&state);
}

static cscan_result index_sse2(const uint8_t *bytes, size_t length, uint8_t delimiter,
                               uint8_t line_end, int32_t *positions, int32_t *row_ends) {
  progress state = begun();
  const __m128i d = _mm_set1_epi8((char)delimiter), n = _mm_set1_epi8((char)line_end);
  const __m128i q = _mm_set1_epi8('"'), z = _mm_setzero_si128(), r = _mm_set1_epi8('\r');
#define BITS(sign)                                                    \
  ((uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v[0], sign)) | \
   (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v[1], sign)) << 16 | \
   (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v[2], sign)) << 32 | \
   (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v[3], sign)) << 48)
  for (size_t base = 0; base < length; base += 64) {
    __m128i v[4];
    for (int i = 0; i < 4; i++) v[i] = _mm_loadu_si128((const __m128i *)(bytes + base + 16 * i));
    masks found = {BITS(d), BITS(n), BITS(q), BITS(z)};
    step(&state, found, valid_bits(length - base), BITS(r), base, positions, row_ends);
  }
#undef BITS
  return ended(&state);
}

cscan_result cscan_index(const uint8_t *bytes, size_t length, uint8_t delimiter, uint8_t line_end,
                         int32_t *positions, int32_t *row_ends) {
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
      __builtin_cpu_supports("popcnt")) {
    return index_avx2(bytes, length, delimiter, line_end, positions, row_ends);
  }
  return index_sse2(bytes, length, delimiter, line_end, positions, row_ends);
}

#elif defined(__aarch64__)

ALWAYS uint64_t bits_of(const uint8x16_t v[4], uint8x16_t sign) {
  const uint8x16_t weight = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t a = vandq_u8(vceqq_u8(v[0], sign), weight), b = vandq_u8(vceqq_u8(v[1], sign), weight);
  uint8x16_t c = vandq_u8(vceqq_u8(v[2], sign), weight), e = vandq_u8(vceqq_u8(v[3], sign), weight);
  uint8x16_t sum = vpaddq_u8(vpaddq_u8(a, b), vpaddq_u8(c, e));
  return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(sum, sum)), 0);
}

cscan_result cscan_index(const uint8_t *bytes, size_t length, uint8_t delimiter, uint8_t line_end,
                         int32_t *positions, int32_t *row_ends) {
  progress state = begun();
  for (size_t base = 0; base < length; base += 64) {
    uint8x16_t v[4];
    for (int i = 0; i < 4; i++) v[i] = vld1q_u8(bytes + base + 16 * i);
    masks found = {bits_of(v, vdupq_n_u8(delimiter)), bits_of(v, vdupq_n_u8(line_end)),
                   bits_of(v, vdupq_n_u8('"')), bits_of(v, vdupq_n_u8(0))};
    step(&state, found, valid_bits(length - base), bits_of(v, vdupq_n_u8('\r')), base, positions,
         row_ends);
  }
  return ended(&state);
}

#else

cscan_result cscan_index(const uint8_t *bytes, size_t length, uint8_t delimiter, uint8_t line_end,
                         int32_t *positions, int32_t *row_ends) {
  return cscan_index_portable(bytes, length, delimiter, line_end, positions, row_ends);
}

#endif
