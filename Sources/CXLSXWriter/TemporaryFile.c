#define _GNU_SOURCE
#include "CXLSXWriter.h"
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

static int nameless(const char *folder) {
  return open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
}

// Where the library puts each part of a workbook before it is packed. It has such a function itself,
// but that one makes a file with a name and removes the name again: whoever is killed in between
// leaves the file behind. The library finds this one first, because the program exports it.
//
// As there, /tmp stands in for a folder that cannot be used. Where neither knows nameless files (a
// network disk) the part stays in memory: it costs as much there as the sheet is large, but no name
// can be left behind.
FILE *lxw_tmpfile(char *folder) {
  int file = nameless(folder ? folder : P_tmpdir);
  if (file < 0) file = nameless(P_tmpdir);
  if (file < 0) file = memfd_create("huizong", MFD_CLOEXEC);
  if (file < 0) return NULL;
  FILE *stream = fdopen(file, "w+");
  if (!stream) close(file);
  return stream;
}
