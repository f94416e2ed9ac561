// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "huizong",
  products: [.executable(name: "huizong", targets: ["huizong"])],
  targets: [
    // The files of `templates/` as bytes in the binary, so that it works from any folder.
    .target(name: "BuiltInTemplates"),

    // Values in, values out: no file, no terminal, no spreadsheet.
    .target(name: "HuizongCore"),

    // Files that appear whole or not at all, one or several together; in C, their last steps, which
    // a process of its own takes.
    .target(name: "CDrafts"),
    .target(name: "Drafts", dependencies: ["CDrafts"]),

    // Workbooks, and nothing about forms: the only importer of the C library, which is loaded when
    // the first workbook is begun. zlib comes with it: a finished workbook is unpacked again to prove
    // it whole.
    //
    // The library calls our `lxw_tmpfile` instead of its own if the program lets libraries see it,
    // and there is no other setting for that. ("Unsafe" means that a package in which this one is a
    // dependency would not be built.)
    .target(
      name: "CXLSXWriter",
      linkerSettings: [.unsafeFlags(["-Xlinker", "--export-dynamic-symbol=lxw_tmpfile"])]),
    .target(name: "Spreadsheet", dependencies: ["CXLSXWriter", "Drafts"]),

    .target(name: "HuizongReports", dependencies: ["HuizongCore", "Spreadsheet", "Drafts"]),
    .target(
      name: "HuizongCommands",
      dependencies: ["HuizongCore", "HuizongReports", "BuiltInTemplates", "Drafts"]),
    .executableTarget(name: "huizong", dependencies: ["HuizongCommands"]),
    .executableTarget(
      name: "HuizongBenchmark", dependencies: ["HuizongCore"], exclude: ["Peers"]),
    .testTarget(
      name: "HuizongTests", dependencies: ["HuizongCore", "HuizongReports", "HuizongCommands"]),
    .testTarget(name: "SpreadsheetTests", dependencies: ["Spreadsheet", "Drafts"]),
  ]
)
