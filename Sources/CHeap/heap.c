#include "CHeap.h"

#include <malloc.h>

/// From this size on a piece has pages of its own.
static const int large = 1 << 20;
/// So much may stay free at the end of a heap: to give it back and take it again for each submission costs more than to keep it.
static const int kept = 16 << 20;

void maatwerk_return_large_pieces(void) {
    // Where the library refuses, all stays as it was, and only takes more memory.
    (void)mallopt(M_MMAP_THRESHOLD, large);
    (void)mallopt(M_TRIM_THRESHOLD, kept);
}
