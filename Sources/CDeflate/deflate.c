// zlib's deflateInit2_, deflate, deflateEnd and crc32 for this executable, done by ISA-L where it is there.
//
// libxlsxwriter has minizip compress the parts of a workbook, and minizip calls these four of libz by name. The loader looks in
// the executable before it looks in libz, so a function of that name here stands in for it, without a copy of either library
// and without a byte of theirs changed. Only what minizip makes is met here, a raw stream at zlib's own level; all else goes on to
// libz itself, and so does everything where ISA-L is not.
//
// ISA-L is ten times as fast as zlib, but on the long columns of formulas of a large sheet its files are a third larger. So a part
// begins with ISA-L, which makes the workbook of an ordinary report, and from LIMIT on the two take turns: zlib at level 5, which takes
// two thirds of the time of its level 6 for a fortieth more bytes, and ISA-L as often as the part stays within ROOM of what zlib
// alone would make of it, as what each made so far tells. A deflate stream may be cut wherever a flush ends, so the turns make one
// stream, and which they are depends on nothing but the bytes.

#define _GNU_SOURCE
#include "CDeflate.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#if defined(__has_include)
#if __has_include(<isa-l/igzip_lib.h>)
#define HAS_ISAL 1
#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>
#endif
#endif

static struct {
    int (*deflateInit2_)(z_streamp, int, int, int, int, int, const char *, int);
    int (*deflate)(z_streamp, int);
    int (*deflateEnd)(z_streamp);
    int (*deflateReset)(z_streamp);
    uLong (*crc32)(uLong, const Bytef *, uInt);
} libz;

static enum maatwerk_compressor compressor = MAATWERK_COMPRESSOR_ZLIB;
static pthread_once_t chosen = PTHREAD_ONCE_INIT;

#ifdef HAS_ISAL
static struct {
    void (*init)(struct isal_zstream *);
    int (*deflate)(struct isal_zstream *);
    uint32_t (*crc32)(uint32_t, const unsigned char *, uint64_t);
} isal;

// Levels of ISA-L go from 0 to 3; on workbooks 2 is as fast as 1, and 3 takes three times as long for a thirtieth less.
enum { LEVEL = 2, LEVEL_BYTES = ISAL_DEF_LVL2_DEFAULT, LIMIT = 1 << 20, TURN = 1 << 19, LEVEL_BEYOND = 5 };

// How much larger than zlib's a long part may become; together with level 5 that stays below 15 hundredths above level 6.
static const double ROOM = 0.1;

// Who is at work on a stream. TO_ZLIB and TO_ISAL are the flushes between the two, which may need more than one buffer of output.
enum phase { ISAL, TO_ZLIB, ZLIB, TO_ISAL };

// What one of the two made of what it was given, in bytes.
struct work {
    uint64_t in, out;
};

// What stands behind `state` of a stream that is made here. zlib's own begins with the address of the stream, and so never with
// that of `mark`.
struct stream {
    const void *mark;
    enum phase phase;
    int has_looked_at_text;
    // The flush that ended with the last call, or Z_NO_FLUSH.
    int flushed;
    // Counted here: minizip sets `total_in` of its stream back to 0.
    struct work by_isal, by_zlib;
    // What was read when the turn ends.
    uint64_t turn_ends;
    struct isal_zstream isal;
    z_stream zlib;
    int has_zlib;
    uint8_t level[LEVEL_BYTES];
};

static const char mark;

static struct stream *own(z_streamp stream) {
    struct stream *state = stream == NULL ? NULL : (struct stream *)stream->state;
    return state != NULL && state->mark == &mark ? state : NULL;
}

static int processor_is_fit(void) {
#if defined(__x86_64__)
    // Without these ISA-L takes plain C, which is no faster than zlib.
    return __builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("pclmul") && __builtin_cpu_supports("avx2");
#else
    return 1;
#endif
}

static void begin_isal(struct stream *state) {
    isal.init(&state->isal);
    state->isal.level = LEVEL;
    state->isal.level_buf = state->level;
    state->isal.level_buf_size = LEVEL_BYTES;
    state->isal.gzip_flag = IGZIP_DEFLATE;
}

static void look_for_isal(void) {
    const char *wish = getenv("MAATWERK_COMPRESSOR");
    if ((wish != NULL && strcmp(wish, "zlib") == 0) || !processor_is_fit()) return;
    void *library = dlopen("libisal.so.2", RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) return;
    isal.init = (void (*)(struct isal_zstream *))dlsym(library, "isal_deflate_init");
    isal.deflate = (int (*)(struct isal_zstream *))dlsym(library, "isal_deflate");
    isal.crc32 = (uint32_t(*)(uint32_t, const unsigned char *, uint64_t))dlsym(library, "crc32_gzip_refl");
    int is_whole = isal.init != NULL && isal.deflate != NULL && isal.crc32 != NULL;
    if (is_whole && libz.deflateInit2_ != NULL && libz.deflate != NULL && libz.deflateEnd != NULL
        && libz.deflateReset != NULL)
        compressor = MAATWERK_COMPRESSOR_ISAL;
}
#endif

static void choose(void) {
    libz.deflateInit2_ =
        (int (*)(z_streamp, int, int, int, int, int, const char *, int))dlsym(RTLD_NEXT, "deflateInit2_");
    libz.deflate = (int (*)(z_streamp, int))dlsym(RTLD_NEXT, "deflate");
    libz.deflateEnd = (int (*)(z_streamp))dlsym(RTLD_NEXT, "deflateEnd");
    libz.deflateReset = (int (*)(z_streamp))dlsym(RTLD_NEXT, "deflateReset");
    libz.crc32 = (uLong(*)(uLong, const Bytef *, uInt))dlsym(RTLD_NEXT, "crc32");
#ifdef HAS_ISAL
    look_for_isal();
#endif
}

enum maatwerk_compressor maatwerk_compressor_in_use(void) {
    pthread_once(&chosen, choose);
    return compressor;
}

const char *maatwerk_zlib_version(void) { return zlibVersion(); }

int deflateInit2_(
    z_streamp stream, int level, int method, int window_bits, int memory_level, int strategy, const char *version,
    int stream_size) {
    enum maatwerk_compressor use = maatwerk_compressor_in_use();
#ifdef HAS_ISAL
    int is_raw = method == Z_DEFLATED && window_bits == -MAX_WBITS && strategy == Z_DEFAULT_STRATEGY
        && level == Z_DEFAULT_COMPRESSION;
    if (use == MAATWERK_COMPRESSOR_ISAL && is_raw && stream != NULL && stream_size == (int)sizeof(z_stream)) {
        struct stream *state = malloc(sizeof *state);
        if (state == NULL) return Z_MEM_ERROR;
        state->mark = &mark;
        state->phase = ISAL;
        state->flushed = Z_NO_FLUSH;
        state->by_isal = state->by_zlib = (struct work){0, 0};
        state->turn_ends = LIMIT;
        state->has_zlib = 0;
        state->has_looked_at_text = 0;
        begin_isal(state);
        stream->state = (struct internal_state *)state;
        stream->total_in = stream->total_out = 0;
        stream->data_type = Z_UNKNOWN;
        stream->adler = 0;
        stream->msg = NULL;
        return Z_OK;
    }
#else
    (void)use;
#endif
    if (libz.deflateInit2_ == NULL) return Z_VERSION_ERROR;
    return libz.deflateInit2_(stream, level, method, window_bits, memory_level, strategy, version, stream_size);
}

#ifdef HAS_ISAL
// zlib tells text from other data by the bytes that text never has, and minizip writes the answer down in the archive.
static int data_type(const Bytef *bytes, uInt count) {
    for (uInt index = 0; index < count; index++) {
        Bytef byte = bytes[index];
        if (byte < 32 && !(byte >= 7 && byte <= 13) && byte != 27) return Z_BINARY;
    }
    return Z_TEXT;
}

// Takes over how far an inner stream came.
static void advance(z_streamp stream, struct work *work, const uint8_t *next_in, uInt avail_in, uint8_t *next_out, uInt avail_out) {
    work->in += stream->avail_in - avail_in;
    work->out += stream->avail_out - avail_out;
    stream->total_in += stream->avail_in - avail_in;
    stream->total_out += stream->avail_out - avail_out;
    stream->next_in = (z_const Bytef *)next_in;
    stream->avail_in = avail_in;
    stream->next_out = next_out;
    stream->avail_out = avail_out;
}

// Whether all that ISA-L took has come out, so that a flush is done. While it has output left its state is another.
static int is_between_blocks(const struct stream *state) { return state->isal.internal_state.state == ZSTATE_NEW_HDR; }

static int isal_step(z_streamp stream, struct stream *state, int flush) {
    struct isal_zstream *inner = &state->isal;
    int is_turning = state->phase == TO_ZLIB;
    inner->next_in = (uint8_t *)stream->next_in;
    inner->avail_in = is_turning ? 0 : stream->avail_in;
    inner->next_out = stream->next_out;
    inner->avail_out = stream->avail_out;
    inner->end_of_stream = !is_turning && flush == Z_FINISH;
    inner->flush = is_turning || flush == Z_SYNC_FLUSH || flush == Z_PARTIAL_FLUSH ? SYNC_FLUSH
        : flush == Z_FULL_FLUSH                                                   ? FULL_FLUSH
                                                                                  : NO_FLUSH;
    int result = isal.deflate(inner);
    advance(stream, &state->by_isal, inner->next_in, is_turning ? stream->avail_in : inner->avail_in, inner->next_out, inner->avail_out);
    if (result != COMP_OK) return Z_STREAM_ERROR;
    state->flushed = inner->flush != NO_FLUSH && is_between_blocks(state) ? flush : Z_NO_FLUSH;
    return inner->internal_state.state == ZSTATE_END ? Z_STREAM_END : Z_OK;
}

static int zlib_step(z_streamp stream, struct stream *state, int flush) {
    z_streamp inner = &state->zlib;
    int is_turning = state->phase == TO_ISAL;
    inner->next_in = stream->next_in;
    inner->avail_in = is_turning ? 0 : stream->avail_in;
    inner->next_out = stream->next_out;
    inner->avail_out = stream->avail_out;
    int result = libz.deflate(inner, is_turning ? Z_SYNC_FLUSH : flush);
    advance(
        stream, &state->by_zlib, is_turning ? stream->next_in : inner->next_in,
        is_turning ? stream->avail_in : inner->avail_in, inner->next_out, inner->avail_out);
    return result;
}

// Whether the next turn is ISA-L's: what it makes larger stays within the room. zlib has to show first what it can do.
static int is_turn_of_isal(const struct stream *state) {
    if (state->by_zlib.in == 0 || state->by_zlib.out == 0) return 0;
    double zlib = (double)state->by_zlib.out / (double)state->by_zlib.in;
    double isal = (double)state->by_isal.out / (double)state->by_isal.in;
    double larger = (double)(state->by_isal.in + TURN) * (isal - zlib);
    return larger <= ROOM * zlib * (double)(state->by_isal.in + state->by_zlib.in + TURN);
}

// Begins the other's turn, or another of the same; with Z_OK the stream may go on, or needs a buffer first to end the turn.
static int turn(z_streamp stream, struct stream *state, int flush) {
    uint64_t read = state->by_isal.in + state->by_zlib.in;
    // With input at hand: what ends here is ended by who began it.
    if (read >= state->turn_ends && stream->avail_in > 0) {
        state->turn_ends = read + TURN;
        if (state->phase == ISAL && !is_turn_of_isal(state)) state->phase = TO_ZLIB;
        if (state->phase == ZLIB && is_turn_of_isal(state)) state->phase = TO_ISAL;
    }
    if (state->phase == TO_ZLIB) {
        int result = isal_step(stream, state, flush);
        if (result != Z_OK || !is_between_blocks(state)) return result;
        if (state->has_zlib) {
            result = libz.deflateReset(&state->zlib);
        } else {
            memset(&state->zlib, 0, sizeof state->zlib);
            result = libz.deflateInit2_(
                &state->zlib, LEVEL_BEYOND, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL - 1, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                (int)sizeof(z_stream));
        }
        if (result != Z_OK) return result;
        state->has_zlib = 1;
        state->phase = ZLIB;
    } else if (state->phase == TO_ISAL) {
        int result = zlib_step(stream, state, flush);
        // A flush is done when it leaves room; the same once more has nothing to do.
        if (result != Z_OK && result != Z_BUF_ERROR) return result;
        if (stream->avail_out == 0) return Z_OK;
        begin_isal(state);
        state->flushed = Z_NO_FLUSH;
        state->phase = ISAL;
    }
    return Z_OK;
}

static int step(z_streamp stream, struct stream *state, int flush) {
    if (stream->next_out == NULL || (stream->avail_in != 0 && stream->next_in == NULL)) return Z_STREAM_ERROR;
    if (state->phase == ISAL && state->isal.internal_state.state == ZSTATE_END)
        return stream->avail_in == 0 ? Z_STREAM_END : Z_STREAM_ERROR;
    // The same flush a second time has nothing to do, as with zlib; ISA-L would write an empty block each time.
    int is_done = state->phase == ISAL && stream->avail_in == 0 && flush != Z_FINISH && flush <= state->flushed;
    if (stream->avail_out == 0 || is_done) return Z_BUF_ERROR;
    if (!state->has_looked_at_text && stream->avail_in > 0) {
        state->has_looked_at_text = 1;
        stream->data_type = data_type(stream->next_in, stream->avail_in);
    }
    int result = turn(stream, state, flush);
    if (result != Z_OK || stream->avail_out == 0) return result;
    return state->phase == ZLIB ? zlib_step(stream, state, flush) : isal_step(stream, state, flush);
}
#endif

int deflate(z_streamp stream, int flush) {
#ifdef HAS_ISAL
    struct stream *state = own(stream);
    if (state != NULL) return step(stream, state, flush);
#endif
    maatwerk_compressor_in_use();
    return libz.deflate == NULL ? Z_STREAM_ERROR : libz.deflate(stream, flush);
}

int deflateEnd(z_streamp stream) {
#ifdef HAS_ISAL
    struct stream *state = own(stream);
    if (state != NULL) {
        int is_zlib = state->phase == ZLIB || state->phase == TO_ISAL;
        int result = is_zlib || state->isal.internal_state.state == ZSTATE_END ? Z_OK : Z_DATA_ERROR;
        if (state->has_zlib) {
            int ended = libz.deflateEnd(&state->zlib);
            if (is_zlib) result = ended;
        }
        free(state);
        stream->state = NULL;
        return result;
    }
#endif
    maatwerk_compressor_in_use();
    return libz.deflateEnd == NULL ? Z_STREAM_ERROR : libz.deflateEnd(stream);
}

uLong crc32(uLong sum, const Bytef *bytes, uInt count) {
    enum maatwerk_compressor use = maatwerk_compressor_in_use();
    if (bytes == NULL) return 0;
#ifdef HAS_ISAL
    if (use == MAATWERK_COMPRESSOR_ISAL) return isal.crc32((uint32_t)sum, bytes, count);
#else
    (void)use;
#endif
    return libz.crc32 == NULL ? 0 : libz.crc32(sum, bytes, count);
}
