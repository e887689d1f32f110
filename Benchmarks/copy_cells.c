/* Copies the cells of CSV files into a workbook, a sheet a file: what reading and writing cost with libcsv and libxlsxwriter when
 * nothing is checked. Numbers are written as numbers, all else as text. The measure for `make bench`.
 *
 * copy-cells [-s] OUTPUT.xlsx INPUT.csv...
 * copy-cells [-s] --list FILE    many workbooks by one process: a line for each, OUTPUT.xlsx and its INPUT.csv... with tabs between them
 *
 * What separates fields is told from the first line, or is a semicolon with -s.
 */
#define _GNU_SOURCE
#include <csv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

static int has_semicolons = 0;

struct position {
    lxw_worksheet *sheet;
    lxw_row_t row;
    lxw_col_t column;
};

static void write_cell(void *field, size_t length, void *data) {
    struct position *at = data;
    const char *text = field;
    if (length > 0) {
        char *end;
        double number = strtod(text, &end);
        if (*end == '\0')
            worksheet_write_number(at->sheet, at->row, at->column, number, NULL);
        else
            worksheet_write_string(at->sheet, at->row, at->column, text, NULL);
    }
    at->column++;
}

static void end_row(int terminator, void *data) {
    struct position *at = data;
    (void)terminator;
    at->row++;
    at->column = 0;
}

static int copy(lxw_workbook *workbook, const char *path) {
    struct position at = {workbook_add_worksheet(workbook, NULL), 0, 0};
    struct csv_parser parser;
    char block[1 << 16];
    size_t count;
    FILE *file = fopen(path, "rb");
    if (!file || !at.sheet || csv_init(&parser, CSV_APPEND_NULL) != 0) return 0;
    char heading[1 << 14];
    if (!fgets(heading, sizeof heading, file)) return 0;
    csv_set_delim(&parser, has_semicolons || strchr(heading, ';') ? ';' : ',');
    rewind(file);
    while ((count = fread(block, 1, sizeof block, file)) > 0)
        if (csv_parse(&parser, block, count, write_cell, end_row, &at) != count) return 0;
    csv_fini(&parser, write_cell, end_row, &at);
    csv_free(&parser);
    fclose(file);
    return 1;
}

static int make(const char *output, char **inputs, int count) {
    lxw_workbook_options options = {.constant_memory = LXW_TRUE};
    lxw_workbook *workbook = workbook_new_opt(output, &options);
    for (int index = 0; index < count; index++)
        if (!copy(workbook, inputs[index])) return 0;
    return workbook_close(workbook) == LXW_NO_ERROR;
}

static int make_listed(const char *path) {
    FILE *file = fopen(path, "r");
    char *line = NULL;
    size_t size = 0;
    if (!file) return 0;
    while (getline(&line, &size, file) > 0) {
        char *inputs[128];
        int count = 0;
        line[strcspn(line, "\n")] = '\0';
        char *output = strtok(line, "\t");
        for (char *input; (input = strtok(NULL, "\t")) != NULL;) {
            if (count == (int)(sizeof inputs / sizeof inputs[0])) return 0;
            inputs[count++] = input;
        }
        if (!output || !make(output, inputs, count)) return 0;
    }
    free(line);
    fclose(file);
    return 1;
}

int main(int count, char **arguments) {
    if (count > 1 && strcmp(arguments[1], "-s") == 0) {
        has_semicolons = 1;
        arguments++;
        count--;
    }
    if (count < 3) {
        fprintf(stderr, "copy-cells [-s] OUTPUT.xlsx INPUT.csv...\ncopy-cells [-s] --list FILE\n");
        return 2;
    }
    if (strcmp(arguments[1], "--list") == 0) return make_listed(arguments[2]) ? 0 : 1;
    return make(arguments[1], arguments + 2, count - 2) ? 0 : 1;
}
