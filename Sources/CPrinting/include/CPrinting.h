#ifndef MAATWERK_CPRINTING_H
#define MAATWERK_CPRINTING_H

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What `vfprintf` does, with numbers in the C locale: the number of bytes written, or a negative number with `errno` set.
///
/// A format with nothing but `%s`, `%d` and `%.16G` is put together here; any other is left to the C library.
int maatwerk_vfprintf(FILE *file, const char *format, va_list values);

/// What `vsnprintf` does, with numbers in the C locale: how many bytes there are, of which at most `size - 1` are at `into`, with a zero behind them.
int maatwerk_vsnprintf(char *into, size_t size, const char *format, va_list values);

#ifdef __cplusplus
}
#endif

#endif
