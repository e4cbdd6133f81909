import Cryptography
import FieldWork
import Pages
import SyncProtocol
import Web

/// The question about codes of dossiers: whether a text is one at all, and whether it is another
/// dossier than the one that has the code already.
struct CodeQuestion: VisitQuestion {
  static let part = "code-question"
  static let confirms = "save-codes-right"
  static let confirmedField = "codes_right"
  static let yes = BilingualText(vi: "Đúng như vậy, lưu", en: "It is right, save")
  static let no = BilingualText(vi: "Sai: sửa mã ở dưới", en: "It is wrong: change it below")
  /// The most records that are named for one code.
  private static let listed = 5

  /// A code that a form says.
  struct Code {
    /// The field that says it.
    let field: String
    let label: BilingualText
    let text: String
    /// What the assist is about whose evidence it is; nil for the code of a dossier itself.
    var service: String?
    /// The record that has it, where that was saved before.
    var record: RowID?
  }

  /// A code somebody is asked about.
  private struct Doubt {
    let code: Code
    let isUnlike: Bool
    /// Whether it stands in the form for two dossiers, or two assists with one service.
    let isTwice: Bool
    let twins: [RowID]

    /// What somebody says yes to: a code in the text of a button would be one more place it stands.
    var subject: String {
      (isUnlike ? "u" : "") + (twins.isEmpty && !isTwice ? "" : "t")
        + Hexadecimal.encode(
          Hash.blake2b256(Array(CodeQuestion.key(code.text).utf8)).prefix(8))
    }
  }

  let draft: PageDraft
  private let request: LaptopRequest
  private let doubted: [Doubt]

  /// - Parameter codes: what the form says.
  init(_ draft: PageDraft, _ request: LaptopRequest, _ codes: [Code]) throws {
    self.draft = draft
    self.request = request
    var groups: [[Code]] = []
    for code in codes where !code.text.allSatisfy(\.isWhitespace) {
      if let known = groups.firstIndex(where: { Self.isSame($0[0].text, code.text) }) {
        groups[known].append(code)
      } else {
        groups.append([code])
      }
    }
    doubted = try groups.compactMap { try Self.doubt(about: $0, request) }
  }

  private static func isSame(_ first: String, _ second: String) -> Bool {
    key(first) == key(second)
  }

  /// A text as it is compared: however it is spaced, in capitals.
  private static func key(_ text: String) -> String {
    text.uppercased().filter { !$0.isWhitespace }
  }

  private static func doubt(about codes: [Code], _ request: LaptopRequest) throws -> Doubt? {
    guard let first = codes.first else { return nil }
    var dossiers: [RowID] = []
    var assists: [RowID] = []
    for code in codes {
      if let typed = code.service {
        guard let service = try request.reader.serviceCode(typed: typed) else { continue }
        assists += try request.records.assists(
          provedBy: code.text, service: service, besides: code.record)
      } else {
        dossiers += try request.records.dossiers(naming: code.text, besides: code.record)
      }
    }
    // An assist is told by its dossier where both are there.
    let helped = try Set(
      dossiers.compactMap { try request.reader.record(Submission.self, $0)?.assist })
    let twins = Set(dossiers).union(assists.filter { !helped.contains($0) }).sorted()
    let services = codes.map { $0.service ?? "" }
    let doubt = Doubt(
      code: first, isUnlike: DossierCode.isUnlike(first.text),
      isTwice: Set(services).count < services.count, twins: twins)
    return doubt.isUnlike || doubt.isTwice || !twins.isEmpty ? doubt : nil
  }

  var subjects: [String] { doubted.map(\.subject) }

  var field: (name: String, label: BilingualText) {
    open.first.map { ($0.code.field, $0.code.label) }
      ?? ("dossier_code", FieldLabel.words(of: "dossier_code"))
  }

  /// Those that nobody has said yes to.
  private var open: [Doubt] { doubted.filter { !confirmed.contains($0.subject) } }

  func words() -> QuestionWords? {
    guard !open.isEmpty else { return nil }
    let sentences = open.flatMap { doubt in
      let code = doubt.code.label + BilingualText(same: ": “\(doubt.code.text)” ")
      var said: [BilingualText] = []
      if doubt.isUnlike {
        said.append(
          code
            + BilingualText(
              vi: "không giống mã hồ sơ. ", en: "does not look like the code of a dossier. ")
            + DossierCode.shape + BilingualText(same: " "))
      }
      if doubt.isTwice {
        said.append(
          code
            + BilingualText(
              vi: "đứng hai lần trong biểu mẫu này. ", en: "stands twice in this form. "))
      }
      if !doubt.twins.isEmpty {
        said.append(
          code
            + BilingualText(
              vi: "đã có ở bản ghi dưới đây. Nếu là cùng một hồ sơ thì đừng ghi lần nữa; nếu là "
                + "hồ sơ khác thì cả hai được tính cho đến khi điều phối viên quyết định. ",
              en: "stands in the records below already. If it is the same dossier, do not record "
                + "it again; if it is another, both count until the coordinator decides. "))
      }
      return said
    }
    return (
      sentences.reduce(BilingualText(same: "")) { $0 + $1 }
        + BilingualText(vi: "Đúng không?", en: "Is that right?"),
      BilingualText(vi: "mã này đúng không?", en: "is this code right?")
    )
  }

  func way(_ language: Language) throws -> HTML {
    let twins = Set(open.flatMap { $0.twins.prefix(Self.listed) }).sorted()
    return try SameCode.list(twins, request)
  }
}

/// The records that have a code in common.
enum SameCode {
  /// That a record counts although others have its code, with the ways to them; nothing where none has.
  static func html(_ twins: [RowID], _ request: LaptopRequest) throws -> HTML {
    guard !twins.isEmpty else { return .empty }
    return try HTML.group {
      element("p") { StateMark.attention.html(undecided.text(in: request.language)) }
      try list(Array(twins.prefix(10)), request)
    }
  }

  private static let undecided = BilingualText(
    vi: "Mã hồ sơ này cũng đứng ở bản ghi dưới đây: cả hai được tính cho đến khi điều phối "
      + "viên quyết định. Nếu là cùng một hồ sơ, hãy hủy bản ghi thừa.",
    en: "The records below have this dossier code too: both count until the coordinator "
      + "decides. If it is the same dossier, void the one that is too many.")

  /// How an assist stands that counts and whose code others have.
  static let untilDecided = BilingualText(
    vi: "Được tính cho đến khi điều phối viên quyết định: mã hồ sơ trùng.",
    en: "It counts until the coordinator decides: its dossier code is used twice.")

  static func list(_ rows: [RowID], _ request: LaptopRequest) throws -> HTML {
    guard !rows.isEmpty else { return .empty }
    return try element("ul") {
      for row in rows {
        let kind = try RecordCode(parsing: request.reader.codeText(of: row)).kind
        try element("li") { try request.reader.namedLink(row, kind, request.language) }
      }
    }
  }
}

extension CountExplanation {
  /// The verdict with its shape, honest about a code that others have too.
  func mark(besides twins: [RowID], _ language: Language) -> HTML {
    guard verdict == .counted, !twins.isEmpty else {
      return verdict.mark.html(verdict.words.text(in: language))
    }
    return StateMark.attention.html(SameCode.untilDecided.text(in: language))
  }
}
