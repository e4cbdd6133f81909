import Cryptography
import FieldWork
import SyncProtocol

/// A code of a dossier that a form says.
struct TypedCode {
  /// The field that says it.
  let field: String
  let label: BilingualText
  let text: String
  /// What the assist is about whose evidence it is; nil for the code of a dossier itself.
  var service: String?
  /// The record that has it, where that was saved before.
  var record: RowID?

  /// A text as it is compared: however it is spaced, in capitals.
  fileprivate var key: String { text.uppercased().filter { !$0.isWhitespace } }

  /// The code that an assist names as its evidence; nil where it names none.
  init?(
    evidenceOf assist: AssistDraft, field: String, label: BilingualText, record: RowID? = nil
  ) {
    guard let kind = assist.evidenceKind, EvidenceKind.parse(kind) == .dossierCode,
      let text = assist.evidence
    else { return nil }
    self.init(
      field: field, label: label, text: text, service: assist.service ?? "", record: record)
  }

  init(
    field: String, label: BilingualText, text: String, service: String? = nil,
    record: RowID? = nil
  ) {
    self.field = field
    self.label = label
    self.text = text
    self.service = service
    self.record = record
  }
}

extension FormQuestion {
  /// The most records that are named for one code.
  private static let listedTwins = 5

  /// The question about codes of dossiers: whether a text is one at all, and whether it is another
  /// dossier than the one that has the code already.
  ///
  /// - Parameter codes: what the form says.
  static func codes(
    _ source: QuestionSource, _ codes: @escaping () throws -> [TypedCode]
  ) -> FormQuestion {
    FormQuestion(kind: .codes) {
      var groups: [[TypedCode]] = []
      for code in try codes() where !code.text.allSatisfy(\.isWhitespace) {
        if let known = groups.firstIndex(where: { $0[0].key == code.key }) {
          groups[known].append(code)
        } else {
          groups.append([code])
        }
      }
      return try groups.compactMap { try doubt(about: $0, source.records) }
    }
  }

  private static func doubt(
    about codes: [TypedCode], _ records: FieldStore
  ) throws -> FormDoubt? {
    guard let first = codes.first else { return nil }
    var dossiers: [RowID] = []
    var assists: [RowID] = []
    for code in codes {
      if let typed = code.service {
        guard let service = try records.reader.serviceCode(typed: typed) else { continue }
        assists += try records.assists(
          provedBy: code.text, service: service, besides: code.record)
      } else {
        dossiers += try records.dossiers(naming: code.text, besides: code.record)
      }
    }
    // An assist is told by its dossier where both are there.
    let helped = try Set(
      dossiers.compactMap { try records.reader.record(Submission.self, $0)?.assist })
    let twins = Set(dossiers).union(assists.filter { !helped.contains($0) }).sorted()
    let services = codes.map { $0.service ?? "" }
    // In the form for two dossiers, or two assists with one service.
    let isTwice = Set(services).count < services.count
    let isUnlike = DossierCode.isUnlike(first.text)
    guard isUnlike || isTwice || !twins.isEmpty else { return nil }
    // A code in the text of a button would be one more place where it stands.
    let subject =
      (isUnlike ? "u" : "") + (twins.isEmpty && !isTwice ? "" : "t")
      + Hexadecimal.encode(Hash.blake2b256(Array(first.key.utf8)).prefix(8))
    return FormDoubt(
      subject: subject, field: (first.field, first.label),
      words: words(first, isUnlike: isUnlike, isTwice: isTwice, isOfOthers: !twins.isEmpty),
      short: BilingualText(vi: "mã này đúng không?", en: "is this code right?"),
      rows: Array(twins.prefix(listedTwins)))
  }

  private static func words(
    _ code: TypedCode, isUnlike: Bool, isTwice: Bool, isOfOthers: Bool
  ) -> BilingualText {
    let named = code.label + BilingualText(same: ": “\(code.text)” ")
    var words = BilingualText(same: "")
    if isUnlike {
      words =
        words + named
        + BilingualText(
          vi: "không giống mã hồ sơ. ", en: "does not look like the code of a dossier. ")
        + DossierCode.shape + BilingualText(same: " ")
    }
    if isTwice {
      words =
        words + named
        + BilingualText(
          vi: "đứng hai lần trong biểu mẫu này. ", en: "stands twice in this form. ")
    }
    if isOfOthers {
      words =
        words + named
        + BilingualText(
          vi: "đã có ở bản ghi dưới đây. Nếu là cùng một hồ sơ thì đừng ghi lần nữa; nếu là hồ sơ "
            + "khác thì cả hai được tính cho đến khi điều phối viên quyết định. ",
          en: "stands in the records below already. If it is the same dossier, do not record it "
            + "again; if it is another, both count until the coordinator decides. ")
    }
    return words
  }
}
