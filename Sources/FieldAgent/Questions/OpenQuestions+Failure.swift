import CommandLine
import FieldWork
import SyncProtocol

extension FormQuestion.Kind {
  /// The option by which a command says yes.
  var argument: Argument { .flag(option, optionWords) }

  /// The stable name of the refusal.
  fileprivate var failureCode: String {
    switch self {
    case .day: "far-day"
    case .secondVisit: "second-visit"
    case .moments: "odd-hour"
    case .codes: "doubtful-code"
    }
  }
}

extension OpenQuestions {
  /// The refusal of a command, with the options that say yes to what is asked.
  func failure(_ reader: RecordReader) throws -> Failure {
    var words = BilingualText(
      vi: "Chưa lưu gì: cần bạn xác nhận.", en: "Nothing was saved: it needs your word first.")
    for (kind, doubts) in items {
      let codes = try Set(doubts.flatMap(\.rows)).sorted().map { try reader.codeText(of: $0) }
      words =
        words + BilingualText(same: "\n  ") + Self.words(kind, doubts)
        + BilingualText(same: codes.isEmpty ? "" : " (\(codes.joined(separator: ", ")))")
    }
    let options = items.map { "--\($0.kind.option)" }.joined(separator: " ")
    return Failure(
      code: items.first?.kind.failureCode ?? "invalid-input", exitCode: .needsAttention,
      words: words
        + BilingualText(
          vi: "\nSai thì sửa rồi làm lại; đúng thì thêm \(options).",
          en: "\nIf it is wrong, mend it and try again; if it is right, add \(options)."))
  }
}
