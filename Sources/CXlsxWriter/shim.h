#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <xlsxwriter.h>

/* Arrays of pointers that live for one call are made here, where C makes them easily. */

/* `headers`: one a column, a line feed between. Returns 0, or the library's error. */
static inline int cxlsx_add_table(lxw_worksheet *sheet, uint32_t top, uint16_t left,
                                  uint32_t bottom, uint16_t right, const char *name,
                                  const char *headers) {
  size_t count = (size_t)(right - left) + 1, index = 0;
  char *text = strdup(headers);
  lxw_table_column *columns = calloc(count, sizeof *columns);
  lxw_table_column **list = calloc(count + 1, sizeof *list);
  int result = LXW_ERROR_MEMORY_MALLOC_FAILED;
  if (text && columns && list) {
    char *rest = text;
    while (index < count) {
      char *end = rest ? strchr(rest, '\n') : NULL;
      if (end) *end = '\0';
      columns[index].header = rest ? rest : "";
      list[index] = &columns[index];
      rest = end ? end + 1 : NULL;
      index++;
    }
    lxw_table_options options;
    memset(&options, 0, sizeof options);
    options.name = name;
    options.no_autofilter = LXW_TRUE;
    options.columns = list;
    result = worksheet_add_table(sheet, top, left, bottom, right, &options);
  }
  free(list);
  free(columns);
  free(text);
  return result;
}

/* `created`: seconds since 1970, UTC. */
static inline int cxlsx_set_properties(lxw_workbook *book, const char *title, const char *author,
                                       const char *comments, int64_t created) {
  lxw_doc_properties properties;
  memset(&properties, 0, sizeof properties);
  properties.title = (char *)title;
  properties.author = (char *)author;
  properties.comments = (char *)comments;
  properties.created = (time_t)created;
  return workbook_set_properties(book, &properties);
}
