import Foundation
import Testing

/// The ledger's form is data beside the table's.
struct LedgerFormTests {
  /// Runs with the 2023 form changed by an editor; what stands on standard error.
  private static func refusal(_ changes: (String, String)...) throws -> [String] {
    try Scratch.with { scratch in
      let folder = try FormFolder(in: scratch) { _ in }
      var text = Samples.text("templates/2023-annex2/form.json")
      for (old, new) in changes {
        #expect(text.contains(old), "\(old)")
        text = text.replacing(old, with: new, maxReplacements: 1)
      }
      try Data(text.utf8).write(to: URL(filePath: folder.path + "/form.json"))
      let outcome = try Binary().run(
        ["check", "samples/ledgers/accepted/reference.csv", "--form", folder.path, "--lang", "en"])
      #expect(outcome.status == 2 && outcome.output.isEmpty)
      return outcome.remarks.split(separator: "\n").map {
        String($0).replacing("huizong: ", with: "").replacing(folder.path + "/", with: "")
      }
    }
  }

  @Test func `a mistake in it is pointed at`() throws {
    let kind = try Self.refusal(
      ("\"kind\": \"answer\", \"atMost\"", "\"kind\": \"anser\", \"atMost\""))
    #expect(kind.count >= 1 && kind[0].contains("ledger.columns[4].kind “anser” is unknown"))
    #expect(kind[0].hasPrefix("form.json:"))
    let metric = try Self.refusal(("\"atMost\": \"违法案件\"", "\"atMost\": \"违法案\""))
    #expect(
      metric.count == 1 && metric[0].contains("ledger.columns[4].atMost the form has no metric"))
    let key = try Self.refusal(("\"yes\": [", "\"yess\": ["))
    #expect(key.contains { $0.contains("unknown key “yess”; did you mean “yes”?") })
    let role = try Self.refusal(("\"is\": \"case\",", ""))
    #expect(role.count == 1 && role[0].contains("ledger.columns one column must say"))
    let twice = try Self.refusal(("\"is\": \"opened\"", "\"is\": \"sent\""))
    #expect(twice.contains { $0.contains("only one column can be “sent”") })
    let label = try Self.refusal(("[\"立案日期\", ", "[\"报送日期\", "))
    #expect(label.count == 1 && label[0].contains("“报送日期” stands for something else already"))
    let answers = try Self.refusal(("\"no\": [\"否\"", "\"no\": [\"是\", \"否\""))
    #expect(answers.count == 1 && answers[0].contains("“是” cannot mean both yes and no"))
  }

  @Test func `a deadline that the year does not have is pointed at`() throws {
    let day = try Self.refusal(("\"due\": \"08-15\"", "\"due\": \"02-29\""))
    #expect(
      day.count == 1 && day[0].contains("deadlines[1].due must be month-end or a month-day of 2023")
    )
  }

  /// A form of one's own may have other columns; and one without a ledger says which form it is that
  /// came in the table's place.
  @Test func `a form may have another ledger, or none`() throws {
    try Scratch.with { scratch in
      let folder = try FormFolder(in: scratch) { _ in }
      let path = URL(filePath: folder.path + "/form.json")
      var form =
        try JSONSerialization.jsonObject(with: Data(contentsOf: path)) as? [String: Any] ?? [:]
      form["ledger"] = nil
      form["otherForms"] = [["name": "附件1 典型案例台账", "labels": ["报送时间", "立案时间", "案例内容"]]]
      try JSONSerialization.data(withJSONObject: form).write(to: path)
      let ledger = "samples/ledgers/accepted/reference.csv"
      let (_, none) = try Binary().check([ledger], "--form", folder.path)
      #expect(none.findings.map(\.code) == ["S17"] && none.files.map(\.kind) == [nil])
      #expect(none.findings.first?.message.contains("附件1 典型案例台账") == true)

      form["ledger"] = [
        "title": "召回台账", "words": ["unit": ["单位"], "yes": ["是"], "no": ["否"]],
        "columns": [
          ["name": "报送日", "kind": "date", "is": "sent"],
          ["name": "召回产品", "kind": "text", "is": "case"],
          ["name": "是否完成", "kind": "answer"],
        ],
      ]
      try JSONSerialization.data(withJSONObject: form).write(to: path)
      let own = try scratch.file("own.csv", "单位：黄浦区\n报送日,召回产品,是否完成\n2023-08-31,儿童推车,也许\n").path
      let (_, report) = try Binary().check([own], "--form", folder.path)
      #expect(report.findings.map(\.short) == ["A15 error 3:3 C3"])
    }
  }

  @Test func `the blank ledger is a ledger without a case`() throws {
    let (status, report) = try Binary().check(["templates/2023-annex2/blank-ledger.csv"])
    #expect(status == 1 && report.findings.map(\.code).sorted() == ["A27", "S10"])
    #expect(report.files.map(\.kind) == ["ledger"])
  }
}
