import Foundation
import Testing

/// What a workbook says, as text: all parts of the package together.
enum Unzipped {
  private static let script = """
    import sys, zipfile
    with zipfile.ZipFile(sys.argv[1]) as package:
      for name in sorted(package.namelist()): sys.stdout.buffer.write(package.read(name))
    """

  static func text(_ path: String) throws -> String {
    try Scratch.with { scratch in
      let output = try scratch.file("parts")
      var spawn = Spawn(program: "/usr/bin/env", arguments: ["python3", "-c", script, path])
      spawn.environment = ProcessInfo.processInfo.environment
      spawn.output = .file(output.path)
      #expect(try spawn.run(limit: 10) == 0)
      return try String(decoding: Data(contentsOf: output), as: UTF8.self)
    }
  }
}
