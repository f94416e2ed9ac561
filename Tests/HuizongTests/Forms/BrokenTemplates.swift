import Testing

/// Mistakes in the templates of `Tests/Fixtures/forms/school-meals`, and how each is refused.
enum BrokenTemplates {
  struct Mistake: Sendable, CustomTestStringConvertible {
    let file: String
    let text: String
    let changed: String
    let refusal: [String]

    init(_ file: String, _ text: String, _ changed: String, _ refusal: String...) {
      (self.file, self.text, self.changed) = (file, text, changed)
      self.refusal = refusal.map { "\(file):\($0)" }
    }

    var testDescription: String { "\(text) → \(changed)" }
  }

  static let mistakes = keys + names + values + units

  private static let keys = [
    Mistake(
      "form.json", "\"conversions\": [", "\"convresions\": [",
      "37:18: convresions unknown key “convresions”; did you mean “conversions”?"),
    Mistake("form.json", "  \"year\": 2025,\n", "", "1:1: “year” is missing"),
    Mistake(
      "form.json", "\"from\": 3, ", "\"form\": 3, ", "5:13: months “from” is missing",
      "5:23: months.form unknown key “form”; did you mean “from”?"),
    Mistake(
      "rules.json", "\"rules\": []", "\"rules\": {}",
      "1:12: rules expected a list […], found an object {…}"),
  ]

  private static let names = [
    Mistake(
      "form.json", "\"name\": \"Cold lunch\"", "\"name\": \"Breakfast\"",
      "20:5: categories[2] “Breakfast” already stands for “Breakfast”; a name can mean one thing only"
    ),
    Mistake(
      "form.json", "\"Warm lunch\"", "\"LUNCH  BOX\"",
      "20:5: categories[2] “Lunch box” already stands for “Hot lunch”; a name can mean one thing only"
    ),
    Mistake(
      "form.json", "\"name\": \"Meals tasted\"", "\"name\": \"Visited\"",
      "26:5: metrics[1] “Visited” already stands for “Kitchens·Visited”; a name can mean one thing only"
    ),
    Mistake(
      "form.json", "[\"Total\", \"Sum\"]", "[\"Total\", \"Meal\"]",
      "12:14: words.total “Meal” already stands for “category”; a name can mean one thing only"),
    Mistake(
      "form.json", "\"Breakfast\"", "\"***\"", "18:5: categories[0] “***” has no letter or digit"),
    Mistake("form.json", "\"Breakfast\"", "\"\"", "18:15: categories[0].name must not be empty"),
  ]

  private static let values = [
    Mistake(
      "form.json", "\"year\": 2025", "\"year\": \"2025\"",
      "4:11: year expected a whole number, found a text"),
    Mistake(
      "form.json", "\"year\": 2025", "\"year\": 20255",
      "4:11: year must be between 1990 and 2999, found 20255"),
    Mistake(
      "form.json", "\"kind\": \"count\"", "\"kind\": \"cuont\"",
      "25:15: metrics[0].kind “cuont” is unknown; use one of: count, money"),
    Mistake(
      "form.json", "\"kind\": \"count\"", "\"kind\": \"count\", \"decimals\": 1",
      "25:36: metrics[0].decimals a count has no decimals"),
    Mistake(
      "form.json", "\"name\": \"Meals tasted\", \"kind\": \"count\"",
      "\"name\": \"Meals tasted\", \"kind\": \"money\"", "26:5: metrics[1] money needs a unit"),
    Mistake(
      "form.json", "\"from\": 3, \"to\": 6", "\"from\": 6, \"to\": 3",
      "5:13: months the first month is after the last"),
    Mistake(
      "form.json", "{ \"name\": \"Breakfast\" }", "\"Breakfast\"",
      "18:5: categories[0] expected an object {…}, found a text"),
    Mistake(
      "form.json", "\"07-10\"", "\"10 July\"",
      "35:35: deadlines[1].due must be month-end or a month-day of 2025, such as 08-15"),
    Mistake(
      "form.json", "\"10000\"", "10000",
      "38:47: conversions[0].times expected a text, found a number"),
    Mistake(
      "form.json", "\"10000\"", "\"0\"",
      "38:47: conversions[0].times must be a decimal above zero, such as \"0.0001\""),
    Mistake(
      "form.json", "[\"-\", \"none\", \"n/a\"]", "[]",
      "15:13: words.zero at least one entry is needed"),
  ]

  private static let units = [
    Mistake(
      "units.json", "\"LK2\"", "\"LK1\"",
      "6:5: units[1] “LK1” already belongs to “North district”; units cannot share a name or code"),
    Mistake(
      "units.json", "\"Boarding schools\"", "\"Northern  Schools\"",
      "7:5: units[2] “Northern  Schools” already belongs to “North district”; units cannot share a name or code"
    ),
    Mistake(
      "units.json", "\"required\": false", "\"requierd\": false",
      "7:62: units[2].requierd unknown key “requierd”; did you mean “required”?"),
    Mistake(
      "units.json", "\"required\": false", "\"required\": \"no\"",
      "7:62: units[2].required expected true or false, found a text"),
  ]

  static let noJSON: [(text: String, place: String, reason: String)] = [
    ("", "1:1", "the file ends too early"),
    ("{", "1:2", "a text in quotation marks \" is expected here"),
    ("{\n  \"id\": \"a\"\n  \"year\": 1\n}", "3:3", "a comma or a closing brace } is missing"),
    ("{\n  \"id\": \"a\",\n}", "3:1", "a text in quotation marks \" is expected here"),
    ("{\"id\" \"a\"}", "1:7", "a colon is missing after “id”"),
    ("{\"id\": \"a}\n", "1:11", "the text has no closing quotation mark"),
    ("{\"id\": 'a'}", "1:8", "this is no JSON value"),
    ("{\"id\": nul}", "1:8", "this is no JSON value"),
    ("[1, 2", "1:6", "a comma or a closing bracket ] is missing"),
    ("{} {}", "1:4", "there is something after the end of the value"),
    ("{\"id\": \"a\", \"id\": \"b\"}", "1:13", "“id” stands twice in one object"),
    ("{\"id\": \"\\q\"}", "1:11", "an unknown escape after \\"),
    ("{\"id\": \"\\ud800\"}", "1:15", "\\u does not give a whole character"),
    (String(repeating: "[", count: 100), "1:65", "nested too deeply"),
  ]
}
