#include <stddef.h>
#include <stdint.h>

/* libFuzzer as a library (LLVM, “Using libFuzzer as a library”): the package's tool names the entry
   of a program after its target, and libFuzzer's own would not be found. */
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*callback)(const uint8_t *data, size_t size));
