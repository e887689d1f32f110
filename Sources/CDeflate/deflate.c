// zlib's deflateInit2_, deflate, deflateEnd and crc32 for this executable, done by ISA-L where it is there.
//
// libxlsxwriter has minizip compress the parts of a workbook, and minizip calls these four of libz by name. The loader looks in
// the executable before it looks in libz, so a function of that name here stands in for it, without a copy of either library
// and without a byte of theirs changed. Only what minizip makes is met here, a raw stream at zlib's own level; all else goes on to
// libz itself, and so does everything where ISA-L is not.
//
// ISA-L is ten times as fast as zlib, but on the long columns of formulas of a large sheet its files are a third larger. So a part
// begins with ISA-L, which makes the workbook of an ordinary report, and from LIMIT on the two take blocks in turn: zlib at level 5, which
// takes two thirds of the time of its level 6 for a fortieth more bytes, and ISA-L as often as the part stays within ROOM of what zlib
// alone would make of it, as what each made of earlier blocks tells. A deflate stream may be cut wherever a flush ends, so each block is
// compressed by itself, as many at a time as there are processors, and behind each other they make one stream. Whose turn it is
// depends on nothing but the bytes: on what came of the block LATER before it and of those before that, done or not on this machine.

#define _GNU_SOURCE
#include "CDeflate.h"

#include <dlfcn.h>
#include <pthread.h>
#include <sched.h>
#include <stddef.h>
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
enum { LEVEL = 2, LEVEL_BYTES = ISAL_DEF_LVL2_DEFAULT, LIMIT = 1 << 20, BLOCK = 1 << 19, LATER = 8, LEVEL_BEYOND = 5 };

// How much larger than zlib's a long part may become; together with level 5 that stays below 15 hundredths above level 6.
static const double ROOM = 0.1;

// How far a stream is. TO_BLOCKS is the flush that ends what ISA-L made of the beginning, which may need more than one buffer of output;
// ENDED is all given out.
enum phase { BEGINNING, TO_BLOCKS, BLOCKS, ENDED };

// What was given to one of the two, and what it made of it, in bytes.
struct work {
    uint64_t in, out;
};

// A part of the stream that is compressed by itself.
struct block {
    int is_isal, is_last;
    // Whether a thread is at it, and whether it could be compressed.
    int has_thread, is_done;
    pthread_t thread;
    uint32_t count;
    // What came of it, of which `given` bytes were given out.
    size_t made, given;
    uint8_t bytes[BLOCK];
    // Room for BLOCK bytes that cannot be made smaller, and for what is put around them.
    uint8_t output[BLOCK + BLOCK / 8 + 1024];
    // Here, as it is too large for the stack of some threads.
    struct isal_zstream isal;
    uint8_t level[LEVEL_BYTES];
};

// What stands behind `state` of a stream that is made here. zlib's own begins with the address of the stream, and so never with
// that of `mark`.
struct stream {
    const void *mark;
    enum phase phase;
    int has_looked_at_text;
    // The flush that ended with the last call, or Z_NO_FLUSH.
    int flushed;
    // What the choice of the next block may know. Counted here: minizip sets `total_in` of its stream back to 0.
    struct work by_isal, by_zlib;
    // What each was given, known or not.
    uint64_t for_isal, for_zlib;
    struct isal_zstream isal;
    uint8_t level[LEVEL_BYTES];
    // The blocks by their number modulo `places`: the one that is filled, and before it those that were begun and not given out.
    struct block *blocks[LATER];
    uint64_t places, begun, oldest;
    // What came of the last blocks that were given out, by their number modulo LATER, and the first one that no choice knows of.
    struct outcome {
        int is_isal;
        struct work work;
    } outcomes[LATER];
    uint64_t unknown;
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

static void begin_isal(struct isal_zstream *stream, uint8_t *level) {
    isal.init(stream);
    stream->level = LEVEL;
    stream->level_buf = level;
    stream->level_buf_size = LEVEL_BYTES;
    stream->gzip_flag = IGZIP_DEFLATE;
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
        // All but the room of ISA-L, which needs no beginning and is most of it.
        memset(state, 0, offsetof(struct stream, level));
        memset(state->blocks, 0, sizeof *state - offsetof(struct stream, blocks));
        state->mark = &mark;
        state->phase = BEGINNING;
        state->flushed = Z_NO_FLUSH;
        begin_isal(&state->isal, state->level);
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

// Whether all that ISA-L took has come out, so that a flush is done. While it has output left its state is another.
static int is_between_blocks(const struct stream *state) { return state->isal.internal_state.state == ZSTATE_NEW_HDR; }

// Takes over what was read and made.
static void advance(z_streamp stream, uInt read, uInt made) {
    stream->next_in += read;
    stream->avail_in -= read;
    stream->total_in += read;
    stream->next_out += made;
    stream->avail_out -= made;
    stream->total_out += made;
}

static int isal_step(z_streamp stream, struct stream *state, int flush) {
    struct isal_zstream *inner = &state->isal;
    int is_turning = state->phase == TO_BLOCKS;
    uInt given = is_turning ? 0 : stream->avail_in, room = stream->avail_out;
    inner->next_in = (uint8_t *)stream->next_in;
    inner->avail_in = given;
    inner->next_out = stream->next_out;
    inner->avail_out = room;
    inner->end_of_stream = !is_turning && flush == Z_FINISH;
    inner->flush = is_turning || flush == Z_SYNC_FLUSH || flush == Z_PARTIAL_FLUSH ? SYNC_FLUSH
        : flush == Z_FULL_FLUSH                                                   ? FULL_FLUSH
                                                                                  : NO_FLUSH;
    int result = isal.deflate(inner);
    advance(stream, given - inner->avail_in, room - inner->avail_out);
    state->by_isal.in += given - inner->avail_in;
    state->by_isal.out += room - inner->avail_out;
    if (result != COMP_OK) return Z_STREAM_ERROR;
    state->flushed = inner->flush != NO_FLUSH && is_between_blocks(state) ? flush : Z_NO_FLUSH;
    if (inner->internal_state.state == ZSTATE_END) {
        state->phase = ENDED;
        return Z_STREAM_END;
    }
    return Z_OK;
}

static void compress_by_isal(struct block *block) {
    struct isal_zstream *stream = &block->isal;
    begin_isal(stream, block->level);
    stream->next_in = block->bytes;
    stream->avail_in = block->count;
    stream->next_out = block->output;
    stream->avail_out = sizeof block->output;
    stream->end_of_stream = block->is_last;
    stream->flush = block->is_last ? NO_FLUSH : SYNC_FLUSH;
    if (isal.deflate(stream) != COMP_OK || stream->avail_in != 0) return;
    block->made = sizeof block->output - stream->avail_out;
    block->is_done = stream->internal_state.state == (block->is_last ? ZSTATE_END : ZSTATE_NEW_HDR);
}

static void compress_by_zlib(struct block *block) {
    z_stream stream;
    memset(&stream, 0, sizeof stream);
    if (libz.deflateInit2_(
            &stream, LEVEL_BEYOND, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL - 1, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            (int)sizeof stream)
        != Z_OK)
        return;
    stream.next_in = block->bytes;
    stream.avail_in = block->count;
    stream.next_out = block->output;
    stream.avail_out = sizeof block->output;
    int result = libz.deflate(&stream, block->is_last ? Z_FINISH : Z_SYNC_FLUSH);
    block->made = sizeof block->output - stream.avail_out;
    block->is_done = block->is_last ? result == Z_STREAM_END : result == Z_OK && stream.avail_in == 0 && stream.avail_out > 0;
    libz.deflateEnd(&stream);
}

static void *compress_block(void *argument) {
    struct block *block = argument;
    if (block->is_isal) compress_by_isal(block);
    else compress_by_zlib(block);
    return NULL;
}

static void wait_for(struct block *block) {
    if (block->has_thread) pthread_join(block->thread, NULL);
    block->has_thread = 0;
}

static struct block *block_at(struct stream *state, uint64_t number) { return state->blocks[number % state->places]; }

// Lets the choice of the next block know what came of the one LATER before it. That was given out: there are no more than LATER places.
static void learn(struct stream *state) {
    for (; state->unknown + LATER <= state->begun; state->unknown++) {
        struct outcome *outcome = &state->outcomes[state->unknown % LATER];
        struct work *work = outcome->is_isal ? &state->by_isal : &state->by_zlib;
        work->in += outcome->work.in;
        work->out += outcome->work.out;
    }
}

// Whether the next block is ISA-L's: what it makes larger stays within the room. zlib has to show first what it can do.
static int is_turn_of_isal(const struct stream *state) {
    if (state->by_zlib.in == 0 || state->by_zlib.out == 0) return 0;
    double zlib = (double)state->by_zlib.out / (double)state->by_zlib.in;
    double isal = (double)state->by_isal.out / (double)state->by_isal.in;
    double larger = (double)(state->for_isal + BLOCK) * (isal - zlib);
    return larger <= ROOM * zlib * (double)(state->for_isal + state->for_zlib + BLOCK);
}

// Begins to compress the block that was filled.
static void begin_block(struct stream *state, int is_last) {
    learn(state);
    struct block *block = block_at(state, state->begun);
    block->is_isal = is_turn_of_isal(state);
    block->is_last = is_last;
    if (block->is_isal) state->for_isal += block->count;
    else state->for_zlib += block->count;
    block->has_thread = state->places > 2 && pthread_create(&block->thread, NULL, compress_block, block) == 0;
    if (!block->has_thread) compress_block(block);
    state->begun += 1;
}

// Gives out what is in the way of the next block, or all. Z_BUF_ERROR when the room for output is not enough.
static int give_out(z_streamp stream, struct stream *state, int is_all) {
    while (state->oldest < state->begun) {
        struct block *block = block_at(state, state->oldest);
        if (!is_all && block->given == 0 && state->begun - state->oldest < state->places) return Z_OK;
        wait_for(block);
        if (!block->is_done) return Z_STREAM_ERROR;
        size_t count = block->made - block->given;
        if (count > stream->avail_out) count = stream->avail_out;
        memcpy(stream->next_out, block->output + block->given, count);
        advance(stream, 0, (uInt)count);
        block->given += count;
        if (block->given < block->made) return Z_BUF_ERROR;
        state->outcomes[state->oldest % LATER] = (struct outcome){block->is_isal, {block->count, block->made}};
        block->count = 0;
        state->oldest += 1;
    }
    return Z_OK;
}

// The block that is being filled; NULL without memory for it.
static struct block *block_to_fill(struct stream *state) {
    struct block **place = &state->blocks[state->begun % state->places];
    if (*place == NULL) {
        *place = malloc(sizeof **place);
        if (*place == NULL) return NULL;
        (*place)->count = 0;
    }
    if ((*place)->count == 0) {
        (*place)->is_done = (*place)->has_thread = 0;
        (*place)->made = (*place)->given = 0;
    }
    return *place;
}

static int blocks_step(z_streamp stream, struct stream *state, int flush) {
    while (stream->avail_in > 0) {
        int result = give_out(stream, state, 0);
        if (result != Z_OK) return result == Z_BUF_ERROR ? Z_OK : result;
        struct block *block = block_to_fill(state);
        if (block == NULL) return Z_MEM_ERROR;
        uInt count = BLOCK - block->count;
        if (count > stream->avail_in) count = stream->avail_in;
        memcpy(block->bytes + block->count, stream->next_in, count);
        block->count += count;
        advance(stream, count, 0);
        state->flushed = Z_NO_FLUSH;
        // With more at hand: what may be the last block is begun when that is known.
        if (block->count == BLOCK && stream->avail_in > 0) begin_block(state, 0);
    }
    if (flush == Z_NO_FLUSH) return Z_OK;
    int result = give_out(stream, state, 1);
    if (result != Z_OK) return result == Z_BUF_ERROR ? Z_OK : result;
    int is_last = flush == Z_FINISH;
    if (state->flushed < flush) {
        struct block *block = block_to_fill(state);
        if (block == NULL) return Z_MEM_ERROR;
        if (is_last || block->count > 0) begin_block(state, is_last);
        state->flushed = flush;
        result = give_out(stream, state, 1);
        if (result != Z_OK) return result == Z_BUF_ERROR ? Z_OK : result;
    }
    if (!is_last) return Z_OK;
    state->phase = ENDED;
    return Z_STREAM_END;
}

// So many blocks may be there at a time: one that is filled, and two for each processor. With one for each, every second of which is done by
// ISA-L in no time and waits for the one before it, processors had nothing to do for half of the time.
static uint64_t places(void) {
    cpu_set_t set;
    int count = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
    return count <= 1 ? 2 : 2 * count >= LATER ? LATER : 2 * (uint64_t)count + 1;
}

static int step(z_streamp stream, struct stream *state, int flush) {
    if (stream->next_out == NULL || (stream->avail_in != 0 && stream->next_in == NULL)) return Z_STREAM_ERROR;
    if (state->phase == ENDED) return stream->avail_in == 0 ? Z_STREAM_END : Z_STREAM_ERROR;
    if (flush == Z_BLOCK) flush = Z_PARTIAL_FLUSH;
    // The same flush a second time has nothing to do, as with zlib; ISA-L would write an empty block each time.
    int is_flushed = stream->avail_in == 0 && flush != Z_FINISH && flush <= state->flushed;
    int has_more = state->oldest < state->begun;
    if (stream->avail_out == 0 || (is_flushed && !has_more)) return Z_BUF_ERROR;
    if (!state->has_looked_at_text && stream->avail_in > 0) {
        state->has_looked_at_text = 1;
        stream->data_type = data_type(stream->next_in, stream->avail_in);
    }
    // With input at hand: what ends here is ended by who began it.
    if (state->phase == BEGINNING && state->by_isal.in >= LIMIT && stream->avail_in > 0) state->phase = TO_BLOCKS;
    if (state->phase == BEGINNING) return isal_step(stream, state, flush);
    if (state->phase == TO_BLOCKS) {
        int result = isal_step(stream, state, flush);
        if (result != Z_OK || !is_between_blocks(state) || stream->avail_out == 0) return result;
        state->for_isal = state->by_isal.in;
        state->places = places();
        state->phase = BLOCKS;
    }
    return blocks_step(stream, state, flush);
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
        int result = state->phase == ENDED ? Z_OK : Z_DATA_ERROR;
        for (uint64_t number = state->oldest; number < state->begun; number++) wait_for(block_at(state, number));
        for (uint64_t place = 0; place < state->places; place++) free(state->blocks[place]);
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
