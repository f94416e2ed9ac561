@testable import HuizongCore

/// The forms that the tests of values read with.
enum TestForm {
  static let annex2: Form = {
    let path = "templates/2023-annex2/form.json"
    do throws(TemplateFaults) {
      return try Form.read((try? Samples.bytes(path)) ?? [], file: path)
    } catch {
      fatalError("\(error.faults)")
    }
  }()
}
