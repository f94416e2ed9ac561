import Foundation
import Testing

/// The same tables give the same bytes, and a file appears whole or not at all.
struct RollUpOutputTests {
  private static let districts = ["黄浦区", "徐汇区", "长宁区"]

  private static func inOffice(_ use: (Office, [String]) throws -> Void) throws {
    try Office.with(required: districts) { office in
      var paths = try districts.map { try office.add(DistrictTable(unit: $0), as: $0) }
      // One is sent twice, another in parts, a third is revised.
      paths.append(try office.add(DistrictTable(unit: "黄浦区"), as: "again"))
      try office.add(DistrictTable(unit: "徐汇区").part(0..<9), as: "徐汇区")
      paths.append(try office.add(DistrictTable(unit: "徐汇区").part(9..<20), as: "second"))
      paths.append(
        try office.add(DistrictTable(unit: "长宁区").with(2, 1, "5").revised(2), as: "revised"))
      try use(office, paths)
    }
  }

  private static func outputs(_ office: Office, _ paths: [String]) throws -> [Data] {
    let period = ["--period", "2023-08"]
    let written = try office.run(
      "rollup", paths + period + ["--csv", office.csv, "-o", office.xlsx])
    #expect(written.status == 0, "\(written.remarks)")
    let status = try ["text", "json", "csv"].map {
      try office.run("status", paths + period + ["--format", $0]).output
    }
    return try [office.csv, office.xlsx].map { try Data(contentsOf: URL(filePath: $0)) } + status
  }

  @Test func `another order of the arguments gives the same bytes`() throws {
    try Self.inOffice { office, paths in
      let first = try Self.outputs(office, paths)
      let orders = [paths, paths.reversed(), [office.tables], Array(paths[3...] + paths[..<3])]
      for (number, order) in orders.enumerated() {
        let names = ["CSV", "xlsx", "text", "JSON", "status CSV"]
        for (index, bytes) in try Self.outputs(office, order).enumerated() {
          let isSame = bytes == first[index]
          #expect(isSame, "\(names[index]) of order \(number)")
        }
      }
    }
  }

  /// Beneath a folder that is not there, a file, and where a folder has the name.
  private static let places = ["missing/city", "tables/黄浦区.csv/city", "folder"]

  @Test(arguments: places, ["csv", "output"])
  func `nothing is left behind where it cannot write`(place: String, option: String) throws {
    try Self.inOffice { office, _ in
      try office.scratch.subfolder("folder")
      let before = try office.scratch.contents()
      let outcome = try office.run(
        "rollup",
        [office.tables, "--period", "2023-08", "--\(option)", office.scratch.path(place)])
      #expect(outcome.status == 2 && outcome.remarks.contains(place) && outcome.output.isEmpty)
      #expect(try office.scratch.contents() == before)
    }
  }

  @Test func `an older file stays when the roll-up is refused`() throws {
    try Office.with(required: Self.districts) { office in
      try office.scratch.file("city.csv", "kept")
      try office.scratch.file("city.xlsx", "kept")
      try office.add(DistrictTable(), as: "good")
      #expect(try office.rollUp("2023-08", "-o", office.xlsx).status == 1)
      for path in [office.csv, office.xlsx] {
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "kept")
      }
    }
  }

  private static let misuses: [(arguments: [String], word: String)] = [
    (["--csv", "out.csv"], "--period"), (["--csv", "out.csv", "--period", "八月"], "2023-08"),
    (["--csv", "out.csv", "--period", "2023-13"], "2023-08"),
    (["--csv", "out.csv", "--period", ""], "2023-08"),
    (["--csv", "out.csv", "--period", "2023-08—2023-06"], "2023-08"),
    (["--csv", "out.csv", "--period", "2022-08"], "2023"),
    (["--csv", "out.csv", "--period"], "--period"), (["--period", "2023-08"], "-o"),
    (["--period", "2023-08", "--csv"], "--csv"),
    (["--period", "2023-08", "--csv", "out.csv", "--format", "json"], "--format"),
  ]

  @Test(arguments: misuses)
  func `bad usage is answered with what to write`(arguments: [String], word: String) throws {
    try Office.with { office in
      try office.add(DistrictTable(), as: "good")
      let before = try office.scratch.contents()
      let outcome = try office.run("rollup", [office.tables] + arguments)
      #expect(outcome.status == 2 && outcome.output.isEmpty)
      #expect(outcome.remarks.contains(word), "\(outcome.remarks)")
      #expect(try office.scratch.contents() == before)
    }
  }

  private static let statusMisuses: [(arguments: [String], word: String)] = [
    ([], "--period"), (["--period", "13"], "2023-08"), (["--period", "2024-08"], "2023"),
    (["--period", "2023-08", "--format", "html"], "json"),
    (["--period", "2023-08", "--csv", "x"], "--csv"),
  ]

  @Test(arguments: statusMisuses)
  func `bad usage of status is answered too`(arguments: [String], word: String) throws {
    try Office.with { office in
      let outcome = try office.run("status", [office.tables] + arguments)
      #expect(outcome.status == 2 && outcome.output.isEmpty)
      #expect(outcome.remarks.contains(word), "\(outcome.remarks)")
    }
  }
}
