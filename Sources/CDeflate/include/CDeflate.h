#ifndef MAATWERK_CDEFLATE_H
#define MAATWERK_CDEFLATE_H

/// What compresses the parts of a workbook in this process.
enum maatwerk_compressor {
    /// zlib, as everywhere.
    MAATWERK_COMPRESSOR_ZLIB = 0,
    /// Intel's storage library for the first megabyte of a part, and zlib, a level lower than its own, for what comes after.
    MAATWERK_COMPRESSOR_ISAL = 1,
};

/// Which compressor this process uses. It is chosen once, at the first call of this or at the first stream: ISA-L where the
/// program was built with it, the library is installed and the processor has the instructions, unless the environment says
/// `MAATWERK_COMPRESSOR=zlib`.
enum maatwerk_compressor maatwerk_compressor_in_use(void);

/// The version of the zlib in this process.
const char *maatwerk_zlib_version(void);

#endif
