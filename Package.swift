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
    .target(name: "HuizongReports", dependencies: ["HuizongCore"]),
    .target(
      name: "HuizongCommands", dependencies: ["HuizongCore", "HuizongReports", "BuiltInTemplates"]),
    .executableTarget(name: "huizong", dependencies: ["HuizongCommands"]),
    .executableTarget(
      name: "HuizongBenchmark", dependencies: ["HuizongCore"], exclude: ["Peers"]),
    .testTarget(
      name: "HuizongTests", dependencies: ["HuizongCore", "HuizongReports", "HuizongCommands"]),
  ]
)
