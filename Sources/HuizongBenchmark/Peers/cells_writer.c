// Writes a workbook from a list of cells with libxlsxwriter and nothing else: cells_writer LIST FILE.

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

enum { MOST = 4096 };

static lxw_worksheet *sheets[MOST];
static lxw_format *formats[MOST];
static int sheetCount;

// Splits a line at its tabs and undoes the escapes. The fields lie in the line.
static int split(char *line, char **fields, int most) {
  int count = 0;
  char *to = line;
  fields[count++] = to;
  for (char *from = line; *from && *from != '\n'; from++) {
    if (*from == '\t') {
      *to++ = 0;
      if (count < most) fields[count++] = to;
    } else if (*from == '\\') {
      *to++ = *++from == 'n' ? '\n' : *from;
    } else {
      *to++ = *from;
    }
  }
  *to = 0;
  return count;
}

static int is(const char *one, const char *other) { return strcmp(one, other) == 0; }

static int place(const char *word, const char *const *words) {
  for (int index = 0; words[index]; index++)
    if (is(word, words[index])) return index;
  fprintf(stderr, "cells_writer: what is %s?\n", word);
  exit(1);
}

static const char *const lines[] = {"",       "thin",   "medium", "dashed", "dotted",
                                    "thick",  "double", "hair",   NULL};
static const char *const across[] = {"", "left", "center", "right", "fill", "justify", NULL};
static const char *const down[] = {"top", "bottom", "center", "justify", "distributed", NULL};

// Number format, font, size, bold, italic, underline, colour, fill, four edges, and the alignment.
static lxw_format *look(lxw_workbook *book, char **field) {
  lxw_format *format = workbook_add_format(book);
  format_set_num_format(format, field[0]);
  format_set_font_name(format, field[1]);
  format_set_font_size(format, atof(field[2]));
  if (*field[3]) format_set_bold(format);
  if (*field[4]) format_set_italic(format);
  if (*field[5]) format_set_underline(format, LXW_UNDERLINE_SINGLE);
  if (*field[6]) format_set_font_color(format, strtol(field[6], NULL, 16));
  if (*field[7]) format_set_bg_color(format, strtol(field[7], NULL, 16));
  format_set_left(format, place(field[8], lines));
  format_set_right(format, place(field[9], lines));
  format_set_top(format, place(field[10], lines));
  format_set_bottom(format, place(field[11], lines));
  if (*field[12]) format_set_align(format, place(field[12], across));
  if (*field[13]) format_set_align(format, LXW_ALIGN_VERTICAL_TOP + place(field[13], down));
  if (*field[14]) format_set_text_wrap(format);
  if (*field[15]) format_set_shrink(format);
  if (*field[16]) format_set_indent(format, atoi(field[16]));
  return format;
}

static void writeCell(lxw_worksheet *sheet, char **field) {
  const char *kind = field[0];
  lxw_row_t row = atoi(field[1]);
  lxw_col_t column = atoi(field[2]);
  lxw_format *format = formats[atoi(field[3])];
  if (is(kind, "number")) worksheet_write_number(sheet, row, column, strtod(field[4], NULL), format);
  else if (is(kind, "text")) worksheet_write_string(sheet, row, column, field[4], format);
  else if (is(kind, "formula"))
    worksheet_write_formula_num(sheet, row, column, field[4], format, strtod(field[5], NULL));
  else if (is(kind, "wording"))
    worksheet_write_formula_str(sheet, row, column, field[4], format, field[5]);
  else worksheet_write_blank(sheet, row, column, format);
}

// The library takes a chart once it has a series.
static struct { lxw_chart *chart; lxw_row_t row; lxw_col_t column; int isPlaced; } now;

static void addChart(lxw_workbook *book, char **field) {
  int type = is(field[3], "bar") ? LXW_CHART_BAR : LXW_CHART_COLUMN;
  now.chart = workbook_add_chart(book, type);
  now.row = atoi(field[1]);
  now.column = atoi(field[2]);
  now.isPlaced = 0;
  if (*field[4]) chart_title_set_name(now.chart, field[4]);
}

static void addSeries(lxw_worksheet *sheet, char **field) {
  chart_series_set_name(chart_add_series(now.chart, field[2], field[3]), field[1]);
  if (!now.isPlaced) worksheet_insert_chart(sheet, now.row, now.column, now.chart);
  now.isPlaced = 1;
}

static void writeAll(FILE *list, lxw_workbook *book) {
  char *line = NULL, *field[20];
  size_t size = 0;
  lxw_worksheet *sheet = NULL;
  while (getline(&line, &size, list) > 0) {
    split(line, field, 20);
    const char *kind = field[0];
    if (is(kind, "sheet")) sheets[sheetCount++] = workbook_add_worksheet(book, field[1]);
    else if (is(kind, "into")) sheet = sheets[atoi(field[1])];
    else if (is(kind, "format")) formats[atoi(field[1])] = look(book, field + 2);
    else if (is(kind, "row")) worksheet_set_row(sheet, atoi(field[1]), atof(field[2]), NULL);
    else if (is(kind, "column"))
      worksheet_set_column(sheet, atoi(field[1]), atoi(field[2]), atof(field[3]), NULL);
    else if (is(kind, "merge"))
      worksheet_merge_range(sheet, atoi(field[1]), atoi(field[2]), atoi(field[3]), atoi(field[4]), "",
                            formats[atoi(field[5])]);
    else if (is(kind, "comment"))
      worksheet_write_comment(sheet, atoi(field[1]), atoi(field[2]), field[3]);
    else if (is(kind, "chart")) addChart(book, field);
    else if (is(kind, "series")) addSeries(sheet, field);
    else writeCell(sheet, field);
  }
  free(line);
}

int main(int count, char **arguments) {
  FILE *list = count == 3 ? fopen(arguments[1], "r") : NULL;
  lxw_workbook *book = list ? workbook_new(arguments[2]) : NULL;
  if (!book) return 2;
  writeAll(list, book);
  return workbook_close(book) != LXW_NO_ERROR;
}
