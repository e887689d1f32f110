#ifndef MAATWERK_CHEAP_H
#define MAATWERK_CHEAP_H

/// Gives large pieces of memory back to the system as soon as they are freed; called once, before there is a second thread.
///
/// Left to itself the C library raises the size from which a piece has pages of its own to that of the largest piece freed so far, up to
/// 32 MB: an array that grows by doubling then leaves each smaller self behind in the heap. A million placements took 65 MB more for
/// that, at the same speed.
void maatwerk_return_large_pieces(void);

#endif
