import Foundation
import Testing

@testable import Drafts

/// Files that appear together or not at all.
@Suite struct DraftTests {
  /// With a name from the start, as on a disk that knows no nameless files, and without.
  private static let kinds = [false, true]

  private static func draft(_ scratch: Scratch, _ name: String, isNamed: Bool) throws -> Draft {
    let draft = try Draft(for: Target(scratch.path(name)), isNamed: isNamed)
    try draft.write(Array("new \(name)".utf8))
    return draft
  }

  @Test(arguments: kinds) func allAppearTogether(isNamed: Bool) throws {
    let scratch = try Scratch()
    try scratch.put("old", "a")
    chmod(scratch.path("a"), 0o604)
    let drafts = try ["a", "b", "c"].map { try Self.draft(scratch, $0, isNamed: isNamed) }
    #expect(try scratch.text("a") == "old")
    #expect(scratch.names.filter { !$0.hasPrefix(".") } == ["a"])
    #expect((scratch.names.count == 1) == !isNamed)
    try Draft.publish(drafts)
    #expect(scratch.names == ["a", "b", "c"])
    for name in scratch.names { #expect(try scratch.text(name) == "new \(name)") }
    let rights = try FileManager.default.attributesOfItem(atPath: scratch.path("a"))
    #expect(rights[.posixPermissions] as? Int == 0o604)
  }

  @Test(arguments: kinds) func whenTheLastCannotAppearTheOthersGoBack(isNamed: Bool) throws {
    let scratch = try Scratch()
    try scratch.put("old", "a")
    let drafts = try ["a", "b", "c"].map { try Self.draft(scratch, $0, isNamed: isNamed) }
    try FileManager.default.createDirectory(
      atPath: scratch.path("c"), withIntermediateDirectories: false)
    #expect(throws: FileProblem.isFolder(scratch.path("c"))) { try Draft.publish(drafts) }
    #expect(scratch.names == ["a", "c"])
    #expect(try scratch.text("a") == "old")
  }

  @Test(arguments: kinds) func aDraftLetGoLeavesNothing(isNamed: Bool) throws {
    let scratch = try Scratch()
    do { _ = try Self.draft(scratch, "a", isNamed: isNamed) }
    #expect(scratch.names == [])
  }
}
