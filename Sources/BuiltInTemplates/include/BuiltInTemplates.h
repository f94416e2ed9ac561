#pragma once
#include <stddef.h>

// The files of `templates/`, byte for byte; the compiler embeds them and notices when they change.

struct BuiltInFile {
  const unsigned char *bytes;
  size_t count;
};

extern const struct BuiltInFile builtInChecks;
extern const struct BuiltInFile builtInPages;
extern const struct BuiltInFile builtInForm;
extern const struct BuiltInFile builtInRules;
extern const struct BuiltInFile builtInUnits;
extern const struct BuiltInFile builtInSummary;
extern const struct BuiltInFile builtInBlank;
