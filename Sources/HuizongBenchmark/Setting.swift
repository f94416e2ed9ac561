import Glibc

/// What is generated: the same for `generate` and `run`.
struct Setting {
  let formFolder: String
  let seed: Int
  let units: Int
  let months: Int

  init(_ options: Options) throws(Failure) {
    formFolder = options["--form"] ?? "templates/2023-annex2"
    seed = try options.number("--seed", 2023, in: 0...Int.max)
    units = try options.number("--units", 3000, in: 1...9999)
    months = try options.number("--months", 12, in: 1...12)
  }

  func city(_ folder: String) throws(Failure) -> City {
    City(template: try Template(folder: formFolder), seed: seed, folder: folder)
  }

  func nation(_ folder: String) throws(Failure) -> Nation {
    Nation(
      template: try Template(folder: formFolder), seed: seed, folder: folder, units: units,
      months: months)
  }

  /// All months of the nation, as an argument.
  func period() throws(Failure) -> String {
    let year = try Template(folder: formFolder).form.year
    return "\(year)-01" + (months > 1 ? "—\(year)-\(months < 10 ? "0" : "")\(months)" : "")
  }

  /// The same as arguments, for a process of its own.
  var arguments: [String] {
    ["--form", formFolder, "--seed", "\(seed)", "--units", "\(units)", "--months", "\(months)"]
  }
}

extension Publisher {
  func report() { say("\(files) files, \(bytes) bytes") }
}

/// Writes at once and whole, so that lines of this program and of those that it starts keep their
/// order.
func say(_ line: String, to file: Int32 = STDOUT_FILENO) {
  let bytes = Array((line + "\n").utf8)
  _ = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
}
