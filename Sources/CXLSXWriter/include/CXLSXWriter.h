#pragma once
#include <xlsxwriter.h>
#include <zlib.h>

// The functions of libxlsxwriter that are used here, found when the first workbook is begun.
//
// Linked in the ordinary way the library and what it brings along (libcrypto, libstdc++) take longer
// to load than a clerk's file takes to check, and most runs write no workbook.

#define XLSX_FUNCTIONS(X) \
  X(chart_add_series) X(chart_axis_major_gridlines_set_line)                                   \
  X(chart_axis_major_gridlines_set_visible) X(chart_axis_off) X(chart_axis_set_max)            \
  X(chart_axis_set_min) X(chart_axis_set_name) X(chart_axis_set_name_font)                     \
  X(chart_axis_set_num_font) X(chart_axis_set_num_format) X(chart_axis_set_reverse)            \
  X(chart_legend_set_font) X(chart_legend_set_position) X(chart_series_set_fill)               \
  X(chart_series_set_labels) X(chart_series_set_labels_font)                                   \
  X(chart_series_set_labels_num_format) X(chart_series_set_labels_options)                     \
  X(chart_series_set_labels_percentage) X(chart_series_set_labels_position)                    \
  X(chart_series_set_line) X(chart_series_set_marker_fill) X(chart_series_set_marker_line)     \
  X(chart_series_set_marker_size) X(chart_series_set_marker_type) X(chart_series_set_name)     \
  X(chart_series_set_points) X(chart_set_series_gap) X(chart_set_series_overlap)               \
  X(chart_title_off) X(chart_title_set_name) X(chart_title_set_name_font)                      \
  X(format_set_align) X(format_set_bg_color) X(format_set_bold) X(format_set_bottom)           \
  X(format_set_bottom_color) X(format_set_font_color) X(format_set_font_name)                  \
  X(format_set_font_size) X(format_set_font_strikeout) X(format_set_indent)                    \
  X(format_set_italic) X(format_set_left) X(format_set_left_color) X(format_set_num_format)    \
  X(format_set_right) X(format_set_right_color) X(format_set_rotation) X(format_set_shrink)    \
  X(format_set_text_wrap) X(format_set_top) X(format_set_top_color) X(format_set_underline)    \
  X(format_set_unlocked) X(lxw_workbook_free) X(lxw_worksheet_find_cell_in_row)                \
  X(lxw_worksheet_find_row) X(workbook_add_chart) X(workbook_add_format)                       \
  X(workbook_add_worksheet) X(workbook_close) X(workbook_define_name) X(workbook_new_opt)      \
  X(workbook_set_custom_property_boolean) X(workbook_set_custom_property_number)               \
  X(workbook_set_custom_property_string) X(workbook_set_properties) X(worksheet_activate)      \
  X(worksheet_add_table) X(worksheet_autofilter) X(worksheet_center_horizontally)              \
  X(worksheet_conditional_format_range) X(worksheet_data_validation_range)                     \
  X(worksheet_fit_to_pages) X(worksheet_freeze_panes) X(worksheet_gridlines)                   \
  X(worksheet_insert_chart_opt) X(worksheet_merge_range) X(worksheet_print_area)               \
  X(worksheet_protect) X(worksheet_repeat_columns) X(worksheet_repeat_rows)                    \
  X(worksheet_set_column) X(worksheet_set_footer) X(worksheet_set_h_pagebreaks)                \
  X(worksheet_set_header) X(worksheet_set_landscape) X(worksheet_set_margins)                  \
  X(worksheet_set_paper) X(worksheet_set_portrait) X(worksheet_set_row)                        \
  X(worksheet_set_tab_color) X(worksheet_set_v_pagebreaks) X(worksheet_set_zoom)               \
  X(worksheet_write_blank) X(worksheet_write_comment_opt) X(worksheet_write_formula_num)       \
  X(worksheet_write_formula_str) X(worksheet_write_number) X(worksheet_write_rich_string)      \
  X(worksheet_write_string) X(worksheet_write_url_opt) X(inflate) X(inflateEnd)                \
  X(inflateInit2_) X(zlibVersion)

struct XLSXLibrary {
#define X(name) __typeof__(&name) name;
  XLSX_FUNCTIONS(X)
#undef X
};

// Fills in the functions; returns NULL, or why the library cannot be used.
const char *xlsxLibraryLoad(struct XLSXLibrary *library);
