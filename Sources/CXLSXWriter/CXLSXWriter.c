#include "CXLSXWriter.h"
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

static char reason[256];

// The library that the headers are of: another version has other structures under the same names.
static void *opened(void) {
  static const char *const names[] = {"libxlsxwriter.so.4", "libxlsxwriter.so"};
  for (size_t index = 0; index < sizeof names / sizeof *names; index++) {
    void *handle = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
    if (!handle) continue;
    const char *(*version)(void) = (const char *(*)(void))dlsym(handle, "lxw_version");
    if (version && strcmp(version(), LXW_VERSION) == 0) return handle;
    dlclose(handle);
  }
  return NULL;
}

const char *xlsxLibraryLoad(struct XLSXLibrary *library) {
  void *handle = opened();
  if (!handle) {
    snprintf(reason, sizeof reason, "libxlsxwriter %s", LXW_VERSION);
    return reason;
  }
#define X(name)                                                                                    \
  if (!(*(void **)&library->name = dlsym(handle, #name))) {                                        \
    snprintf(reason, sizeof reason, "libxlsxwriter %s: %s", LXW_VERSION, #name);                   \
    return reason;                                                                                 \
  }
  XLSX_FUNCTIONS(X)
#undef X
  return NULL;
}
