// How this executable prints the cells of a workbook.
//
// libxlsxwriter prints each cell with fprintf and three formats, and each number with `%.16G`: an eighth of the processor time of a large
// report, most of it reading the format anew and working out digits by long division. Both are functions that it asks for by name, and the
// loader looks in the executable first (as in CDeflate and CRowFile), so those of that name here stand in for the C library's. Texts and
// the few forms that libxlsxwriter uses are put together here, digits are the C++ library's (std::to_chars), and whatever else is asked for is
// handed on. The bytes are the same: a test lays numbers and texts of all kinds beside what the C library makes of them.

#include "CPrinting.h"

#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstring>

namespace {

// What stands at a percent sign.
enum class Form { text, integer, number, other };

Form form(const char *percent) {
    if (percent[1] == 's') return Form::text;
    if (percent[1] == 'd') return Form::integer;
    return std::strncmp(percent + 1, ".16G", 4) == 0 ? Form::number : Form::other;
}

std::size_t length(Form form) { return form == Form::number ? 5 : 2; }

bool is_put_together_here(const char *format) {
    while (*format != 0) {
        if (*format != '%') {
            ++format;
            continue;
        }
        Form found = form(format);
        if (found == Form::other) return false;
        format += length(found);
    }
    return true;
}

// 16 digits, a sign, a point, three zeros behind it or an exponent.
constexpr std::size_t longest_number = 32;

// The end of what `%.16G` makes of a number.
char *print_number(char *into, double value) {
    // Most numbers of a sheet are whole, and shorter than 16 digits they are their own digits. Of nought there is a negative one.
    if (value > -1e15 && value < 1e15 && value != 0) {
        auto whole = static_cast<std::int64_t>(value);
        if (static_cast<double>(whole) == value) return std::to_chars(into, into + longest_number, whole).ptr;
    }
    char *end = std::to_chars(into, into + longest_number, value, std::chars_format::general, 16).ptr;
    // Exponents, and what is no number, in capitals.
    for (char *at = into; at < end; ++at) {
        if (*at >= 'a' && *at <= 'z') *at = static_cast<char>(*at - 'a' + 'A');
    }
    return end;
}

// Hands the pieces of a text to `take(bytes, count)` one after the other.
template <typename Take> void put_together(const char *format, va_list values, Take take) {
    char digits[longest_number];
    while (*format != 0) {
        const char *percent = format;
        while (*percent != 0 && *percent != '%') ++percent;
        if (percent != format) take(format, static_cast<std::size_t>(percent - format));
        format = percent;
        if (*format == 0) break;
        Form found = form(format);
        format += length(found);
        switch (found) {
        case Form::text: {
            const char *text = va_arg(values, const char *);
            if (text == nullptr) text = "(null)";
            take(text, std::strlen(text));
            break;
        }
        case Form::integer:
            take(digits, static_cast<std::size_t>(std::to_chars(digits, digits + longest_number, va_arg(values, int)).ptr - digits));
            break;
        case Form::number:
            take(digits, static_cast<std::size_t>(print_number(digits, va_arg(values, double)) - digits));
            break;
        case Form::other:
            // Asked before.
            return;
        }
    }
}

// Gathers a cell before it goes to its file, since each call for a file costs as much as some pieces do.
class Gathered {
  public:
    explicit Gathered(FILE *file) : file(file) {}

    void take(const char *from, std::size_t count) {
        if (count > sizeof bytes - gathered) hand_on();
        if (count > sizeof bytes) {
            write(from, count);
        } else {
            std::memcpy(bytes + gathered, from, count);
            gathered += count;
        }
    }

    int written() {
        hand_on();
        return has_failed ? -1 : static_cast<int>(total);
    }

  private:
    void hand_on() {
        if (gathered > 0) write(bytes, gathered);
        gathered = 0;
    }

    void write(const char *from, std::size_t count) {
        if (std::fwrite(from, 1, count, file) != count) has_failed = true;
        total += count;
    }

    FILE *file;
    char bytes[512];
    std::size_t gathered = 0, total = 0;
    bool has_failed = false;
};

}  // namespace

int maatwerk_vfprintf(FILE *file, const char *format, va_list values) {
    if (!is_put_together_here(format)) return std::vfprintf(file, format, values);
    Gathered cell(file);
    put_together(format, values, [&](const char *from, std::size_t count) { cell.take(from, count); });
    return cell.written();
}

int maatwerk_vsnprintf(char *into, std::size_t size, const char *format, va_list values) {
    if (!is_put_together_here(format)) return std::vsnprintf(into, size, format, values);
    std::size_t length = 0, last = size > 0 ? size - 1 : 0;
    put_together(format, values, [&](const char *from, std::size_t count) {
        if (length < last) std::memcpy(into + length, from, count < last - length ? count : last - length);
        length += count;
    });
    if (size > 0) into[length < last ? length : last] = 0;
    return static_cast<int>(length);
}

// The names that libxlsxwriter asks for: Debian builds it with checks of formats, of which these have no use.
extern "C" {

int __fprintf_chk(FILE *file, int, const char *format, ...) {
    va_list values;
    va_start(values, format);
    int written = maatwerk_vfprintf(file, format, values);
    va_end(values);
    return written;
}

int snprintf(char *into, std::size_t size, const char *format, ...) noexcept {
    va_list values;
    va_start(values, format);
    int length = maatwerk_vsnprintf(into, size, format, values);
    va_end(values);
    return length;
}
}
