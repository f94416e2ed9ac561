#include "BuiltInTemplates.h"

// The package is built as an older C; the compiler knows #embed all the same.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char checks[] = {
#embed "../../templates/checks.json"
};
static const unsigned char pages[] = {
#embed "../../templates/pages.json"
};
static const unsigned char form[] = {
#embed "../../templates/2023-annex2/form.json"
};
static const unsigned char rules[] = {
#embed "../../templates/2023-annex2/rules.json"
};
static const unsigned char units[] = {
#embed "../../templates/2023-annex2/units.json"
};
static const unsigned char summary[] = {
#embed "../../templates/2023-annex2/summary.md"
};
static const unsigned char blank[] = {
#embed "../../templates/2023-annex2/blank.csv"
};

const struct BuiltInFile builtInChecks = {checks, sizeof checks};
const struct BuiltInFile builtInPages = {pages, sizeof pages};
const struct BuiltInFile builtInForm = {form, sizeof form};
const struct BuiltInFile builtInRules = {rules, sizeof rules};
const struct BuiltInFile builtInUnits = {units, sizeof units};
const struct BuiltInFile builtInSummary = {summary, sizeof summary};
const struct BuiltInFile builtInBlank = {blank, sizeof blank};
