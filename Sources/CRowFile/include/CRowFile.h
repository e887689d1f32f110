#ifndef MAATWERK_CROWFILE_H
#define MAATWERK_CROWFILE_H

#include <stdio.h>

/// How many bytes a temporary file of libxlsxwriter has in the memory of this process, before it is a file in a folder.
enum { MAATWERK_ROW_FILE_BYTES = 1 << 18 };

/// A temporary file that is empty and can be written and read anywhere, in libxlsxwriter's place: `NULL` with `errno` set when there is none.
///
/// Where `folder` is `NULL` (`TMPDIR`, or else `/tmp`) or `/dev/shm`, the file goes there only with what does not fit in `MAATWERK_ROW_FILE_BYTES`; a
/// write fails, with `errno` set, when it cannot. Any other folder was named by somebody, and has the file from its first byte on. It has no name there.
/// Only one thread at a time may use it. It is closed with `fclose`.
FILE *lxw_tmpfile(char *folder);

#endif
