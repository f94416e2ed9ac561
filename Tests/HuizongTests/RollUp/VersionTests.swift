import Foundation
import Testing

/// Several files of one unit and period.
struct VersionTests {
  private static let old = DistrictTable()
  private static let new = DistrictTable().with(
    DistrictTable.cement, DistrictTable.information, "5")

  struct Case: CustomTestStringConvertible {
    let name: String
    let tables: [(file: String, table: DistrictTable)]
    /// Of cement's first figure, in the city's table; nil when the unit is blocked.
    let counted: String?
    /// Codes and files that the remarks name.
    let remarks: [String]
    var testDescription: String { name }
  }

  private static let cases = [
    Case(
      name: "the same twice", tables: [("a", old), ("b", old)], counted: "3",
      remarks: ["R03", "a.csv", "b.csv"]),
    Case(
      name: "the same thrice", tables: [("a", old), ("b", old), ("c", old)], counted: "3",
      remarks: ["R03", "b.csv", "c.csv"]),
    Case(
      name: "two different ones", tables: [("a", old), ("b", new)], counted: nil,
      remarks: ["R02", "a.csv", "b.csv"]),
    Case(
      name: "a revision", tables: [("a", new.revised(2)), ("b", old)], counted: "5",
      remarks: ["R04", "a.csv", "b.csv"]),
    Case(
      name: "the highest revision", tables: [("a", old.revised(2)), ("b", new.revised(10))],
      counted: "5", remarks: ["R04", "a.csv", "b.csv"]),
    Case(
      name: "equal revisions", tables: [("a", old.revised(2)), ("b", new.revised(2))],
      counted: nil, remarks: ["R02", "a.csv", "b.csv"]),
    Case(
      name: "two that are equal and a revision",
      tables: [("a", old), ("b", old), ("c", new.revised(3))], counted: "5",
      remarks: ["R03", "R04", "c.csv"]),
    Case(
      name: "the revision says the same", tables: [("a", old), ("b", old.revised(2))],
      counted: "3", remarks: ["R03"]),
    Case(
      name: "an old one with faults, replaced",
      tables: [("a", old.with(2, 6, "99")), ("b", new.revised(2))], counted: "5",
      remarks: ["R04", "a.csv"]),
    Case(
      name: "a revision with faults",
      tables: [("a", old), ("b", new.with(2, 6, "99").revised(2))], counted: nil,
      remarks: ["R04", "退回"]),
    Case(
      name: "parts sent again whole",
      tables: [("a", old.part(0..<9)), ("b", old.part(9..<20)), ("c", new.revised(2))],
      counted: "5", remarks: ["R04", "c.csv"]),
    Case(
      name: "a part corrected",
      tables: [("a", old.part(0..<9)), ("b", old.part(9..<20)), ("c", new.part(0..<9).revised(2))],
      counted: "5", remarks: ["R04", "a.csv", "c.csv"]),
    Case(
      name: "a part corrected twice",
      tables: [
        ("a", new.part(0..<9).revised(3)), ("b", old.part(9..<20)), ("c", old.part(0..<9)),
        ("d", old.part(0..<9).revised(2)),
      ],
      counted: "5", remarks: ["R04", "a.csv", "c.csv", "d.csv"]),
    Case(
      name: "a part corrected, and its first version not sent along",
      tables: [("a", new.part(0..<9).revised(2)), ("b", old.part(9..<20))],
      counted: "5", remarks: []),
    Case(
      name: "two rival corrections of a part",
      tables: [
        ("a", old.part(0..<9)), ("b", old.part(9..<20)), ("c", new.part(0..<9).revised(2)),
        ("d", old.with(2, 1, "6").part(0..<9).revised(2)),
      ],
      counted: nil, remarks: ["退回"]),
    Case(
      name: "a correction that lacks products of the part",
      tables: [("a", old.part(0..<9)), ("b", old.part(9..<20)), ("c", new.part(0..<8).revised(2))],
      counted: nil, remarks: ["退回"]),
  ]

  @Test func `a corrected part replaces its predecessor and is not otherwise remarked on`() throws {
    try Office.with { office in
      try office.add(Self.old.part(0..<9), as: "a")
      try office.add(Self.old.part(9..<20), as: "b")
      let path = try office.add(Self.new.part(0..<9).revised(2), as: "c")
      let checked = try office.run("check", [office.tables])
      #expect(checked.status == 0 && !checked.text.contains("S03"), "\(checked.text)")
      let remarks = try office.rollUp().remarks
      #expect(remarks.components(separatedBy: "R04").count == 2, "\(remarks)")
      let diff = try office.run("diff", [office.tables, path])
      #expect(!diff.text.contains("R02"), "\(diff.text)")
    }
  }

  @Test(arguments: cases)
  func `one version counts`(_ test: Case) throws {
    try Office.with { office in
      for (file, table) in test.tables { try office.add(table, as: file) }
      let outcome = try office.rollUp()
      #expect(outcome.status == (test.counted == nil ? 1 : 0), "\(outcome.remarks)")
      #expect(office.wasWritten(office.csv) == (test.counted != nil))
      for word in test.remarks { #expect(outcome.remarks.contains(word), "\(word)") }
      if let counted = test.counted {
        #expect(try office.city()[DistrictTable.cement][DistrictTable.information] == counted)
      }
    }
  }

  private static let ages: [(a: Double, b: Double, counted: String?)] = [
    (1_690_000_000, 1_700_000_000, "5"), (1_700_000_000, 1_690_000_000, "3"),
    (1_700_000_000.001, 1_700_000_000.002, "5"), (1_700_000_000, 1_700_000_000, nil),
  ]

  @Test(arguments: ages)
  func `the newest file wins where the caller says so`(a: Double, b: Double, counted: String?)
    throws
  {
    try Office.with { office in
      for (name, table, age) in [("a", Self.old, a), ("b", Self.new, b)] {
        let path = try office.add(table, as: name)
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSince1970: age)], ofItemAtPath: path)
      }
      #expect(try office.rollUp().status == 1)
      let outcome = try office.rollUp("2023-08", "--prefer", "newest")
      #expect(outcome.status == (counted == nil ? 1 : 0))
      #expect(outcome.remarks.contains(counted == nil ? "R02" : "R04"))
      if let counted {
        #expect(try office.city()[DistrictTable.cement][DistrictTable.information] == counted)
      }
    }
  }

  @Test func `a revision is worth more than the age of a file`() throws {
    try Office.with { office in
      let revised = try office.add(Self.new.revised(2), as: "revised")
      try office.add(Self.old, as: "later")
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: revised)
      #expect(try office.rollUp("2023-08", "--prefer", "newest").status == 0)
      #expect(try office.city()[DistrictTable.cement][DistrictTable.information] == "5")
    }
  }

  @Test func `prefer takes nothing but newest`() throws {
    try Office.with { office in
      let outcome = try office.rollUp("2023-08", "--prefer", "oldest")
      #expect(outcome.status == 2 && outcome.remarks.contains("newest"))
    }
  }

  @Test func `rivals are named in the reminder`() throws {
    try Office.with { office in
      try office.add(Self.old, as: "a")
      try office.add(Self.new, as: "b")
      let unit = try #require(try office.status()["黄浦区"])
      #expect(unit.status == "rejected" && unit.files.count == 2)
      #expect(unit.reminder?.contains("a.csv") == true && unit.reminder?.contains("b.csv") == true)
    }
  }
}
