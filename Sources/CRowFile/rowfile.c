// libxlsxwriter's temporary files for this executable, in the memory of the process while they are small.
//
// A workbook has one for each sheet and one for each part, a hundred for a report of fifty rows, which are made, written, read once and
// taken away: nine of ten calls to the system that a conversion made. libxlsxwriter asks for them by name, and the loader looks in the executable first (as in
// CDeflate), so the function of that name here stands in for its own. A file that grows beyond MAATWERK_ROW_FILE_BYTES becomes the one
// that libxlsxwriter would have made, of which that many bytes at a time are in memory: so a large sheet is written and read in few calls too.

#define _GNU_SOURCE
#include "CRowFile.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

// Where Linux has files in memory for everybody: shm_open(3).
static const char memory_of_the_system[] = "/dev/shm";

// A file, and the part of it that is in memory: `count` bytes from `start` on, and whether the file itself may lack some of them.
struct row_file {
    char *bytes;
    off_t start, position, size;
    size_t count;
    int is_changed;
    // Whether it is being read from its beginning, and what of it was given back to the system after that.
    int is_read;
    off_t given_back;
    // Where it is kept once it is large.
    FILE *large;
    // NULL for TMPDIR.
    char *folder;
};

// How much is given back at a time.
enum { GIVEN_BACK_BYTES = 4 << 20 };

// Memory of files that were closed, for the next ones: giving it back and asking anew would have the system clear it each time.
enum { KEPT = 48 };
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char *kept[KEPT];
static int kept_count;

static char *take_memory(void) {
    char *bytes = NULL;
    pthread_mutex_lock(&lock);
    if (kept_count > 0) bytes = kept[--kept_count];
    pthread_mutex_unlock(&lock);
    return bytes != NULL ? bytes : malloc(MAATWERK_ROW_FILE_BYTES);
}

static void give_memory(char *bytes) {
    pthread_mutex_lock(&lock);
    if (kept_count < KEPT) {
        kept[kept_count++] = bytes;
        bytes = NULL;
    }
    pthread_mutex_unlock(&lock);
    free(bytes);
}

static FILE *(*library_file)(char *);
static void find_library_file(void) { library_file = (FILE * (*)(char *)) dlsym(RTLD_NEXT, "lxw_tmpfile"); }

static FILE *large_file(char *folder) {
    static pthread_once_t found = PTHREAD_ONCE_INIT;
    pthread_once(&found, find_library_file);
    if (library_file != NULL) return library_file(folder);
    errno = ENOSYS;
    return NULL;
}

// Writes what is in memory only, and is in the file at most once after it.
static int save(struct row_file *file) {
    if (!file->is_changed) return 0;
    if (file->large == NULL) file->large = large_file(file->folder);
    if (file->large == NULL) return -1;
    int descriptor = fileno(file->large);
    size_t done = 0;
    while (done < file->count) {
        ssize_t written = pwrite(descriptor, file->bytes + done, file->count - done, file->start + (off_t)done);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) {
            if (written == 0) errno = ENOSPC;
            return -1;
        }
        done += (size_t)written;
    }
    file->is_changed = 0;
    return 0;
}

// Gives back what was read. libxlsxwriter reads a file once, and copies the rows of each sheet into another one: without this the largest
// sheet is there twice, and the copy is written into memory that the system first has to find. A system that cannot do it keeps all.
static void give_back(struct row_file *file) {
    off_t end = file->position - file->position % GIVEN_BACK_BYTES;
    if (!file->is_read || file->large == NULL || end <= file->given_back) return;
    if (fallocate(
            fileno(file->large), FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, file->given_back, end - file->given_back)
        == 0)
        file->given_back = end;
    else
        file->is_read = 0;
}

// Has the bytes from `position` on in memory, as far as there are any.
static int load(struct row_file *file) {
    if (save(file) != 0) return -1;
    give_back(file);
    // Not a second time: there would be zeros.
    if (file->position < file->given_back) {
        errno = EIO;
        return -1;
    }
    file->start = file->position;
    file->count = 0;
    while (file->count < MAATWERK_ROW_FILE_BYTES && file->start + (off_t)file->count < file->size) {
        ssize_t count = pread(
            fileno(file->large), file->bytes + file->count, MAATWERK_ROW_FILE_BYTES - file->count, file->start + (off_t)file->count);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return -1;
        if (count == 0) break;
        file->count += (size_t)count;
    }
    return 0;
}

static size_t offset(const struct row_file *file) { return (size_t)(file->position - file->start); }

static int is_in_memory(const struct row_file *file) {
    return file->position >= file->start && file->position - file->start < (off_t)file->count;
}

static ssize_t read_some(void *cookie, char *into, size_t most) {
    struct row_file *file = cookie;
    if (file->position >= file->size || most == 0) return 0;
    if (!is_in_memory(file) && load(file) != 0) return -1;
    if (!is_in_memory(file)) return 0;
    size_t left = file->count - offset(file), count = left < most ? left : most;
    memcpy(into, file->bytes + offset(file), count);
    file->position += (off_t)count;
    return (ssize_t)count;
}

// Takes all or says that it failed, with 0: what a stream of this kind expects.
static ssize_t write_all(void *cookie, const char *from, size_t count) {
    struct row_file *file = cookie;
    file->is_read = 0;
    size_t done = 0;
    while (done < count) {
        int goes_on = file->position >= file->start && file->position - file->start <= (off_t)file->count;
        if (!goes_on || offset(file) == MAATWERK_ROW_FILE_BYTES) {
            // A hole behind the end is for the file to keep.
            if (load(file) != 0) return 0;
        }
        size_t room = MAATWERK_ROW_FILE_BYTES - offset(file), some = count - done < room ? count - done : room;
        memcpy(file->bytes + offset(file), from + done, some);
        if (offset(file) + some > file->count) file->count = offset(file) + some;
        file->is_changed = 1;
        file->position += (off_t)some;
        if (file->position > file->size) file->size = file->position;
        done += some;
    }
    return (ssize_t)count;
}

static int seek(void *cookie, off64_t *to, int whence) {
    struct row_file *file = cookie;
    off_t base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? file->position : file->size;
    if (*to < -base) {
        errno = EINVAL;
        return -1;
    }
    file->position = base + *to;
    file->is_read = file->position == 0;
    *to = file->position;
    return 0;
}

static int end(void *cookie) {
    struct row_file *file = cookie;
    if (file->large != NULL) fclose(file->large);
    if (file->bytes != NULL) give_memory(file->bytes);
    free(file->folder);
    free(file);
    return 0;
}

static FILE *begin(struct row_file *file, const char *folder) {
    file->bytes = take_memory();
    if (file->bytes == NULL) return NULL;
    if (folder != NULL && (file->folder = strdup(folder)) == NULL) return NULL;
    cookie_io_functions_t calls = {read_some, write_all, seek, end};
    return fopencookie(file, "w+", calls);
}

FILE *lxw_tmpfile(char *folder) {
    if (folder != NULL && strcmp(folder, memory_of_the_system) != 0) return large_file(folder);
    struct row_file *file = calloc(1, sizeof *file);
    FILE *stream = file == NULL ? NULL : begin(file, folder);
    if (stream == NULL) {
        // No memory: a file needs none.
        if (file != NULL) end(file);
        return large_file(folder);
    }
    // One thread at a time uses it, and a lock for each cell would be a tenth of writing one.
    __fsetlocking(stream, FSETLOCKING_BYCALLER);
    return stream;
}
