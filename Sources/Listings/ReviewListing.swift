import CommandLine
import FieldWork
import SyncProtocol

/// What the centre did not accept, for people and programs.
package struct ReviewListing: Sendable {
  private let reviews: [RecordReview]
  private let page: ListPage
  private let rejections: Rejections
  /// How many there are besides that need no ruling any more.
  private let leftOut: Int

  /// The arguments of `review list`.
  package static let arguments = [all] + ListPage.arguments()

  /// The option that lists decided reviews too.
  package static let all = Argument.flag(
    "all", BilingualText(vi: "cả những lượt đã quyết định", en: "also those that were decided"))

  /// Lists the part of some reviews that a line asks for.
  ///
  /// - Parameters:
  ///   - rejections: how many of those that could be listed were rejected, also where they are not
  ///     among `reviews`: an empty list must not read as if everything stood.
  ///   - all: how many could be listed.
  package init(
    _ reviews: [RecordReview], _ page: ListPage, _ rejections: Rejections, of all: Int
  ) {
    self.reviews = reviews
    self.page = page
    self.rejections = rejections
    leftOut = max(all - reviews.count, 0)
  }

  /// Whether something waits for a ruling.
  package var hasOpen: Bool { reviews.contains { $0.state == .neutralised } }

  /// Whether its author has to read a rejection.
  package var hasUnread: Bool { reviews.contains(where: \.isUnread) }

  /// Needs attention while a ruling is open, and at its author's while a rejection was not read.
  package var exitCode: ExitCode { hasOpen || hasUnread ? .needsAttention : .done }

  /// Writes one line a review.
  package func write(to console: Console) {
    let language = console.language
    let part = page.part(of: reviews)
    part.write(to: console, table(part.elements, language), json: "reviews") {
      Self.json($0, language)
    }
    // An empty list says of rejections itself what it leaves out.
    guard leftOut > 0, !console.isJSON, !reviews.isEmpty || rejections.isEmpty else { return }
    console.say(
      BilingualText(
        vi: "Không kể \(leftOut) lượt không còn chờ quyết định: đã chấp nhận, bị bác bỏ, đã được "
          + "ghi lại, hoặc trả lại để sửa; xem “review list --all”.",
        en: "\(counted(leftOut, "review", "reviews")) left out that "
          + "\(leftOut == 1 ? "needs" : "need") no ruling any more: admitted, rejected, written anew since, or sent back; see “review "
          + "list --all”."))
  }

  private func table(_ reviews: [RecordReview], _ language: Language) -> Table {
    // Who ruled, when and with which words takes room only where somebody has ruled.
    let isRuled = reviews.contains { $0.ruledAt != nil }
    return Table(
      [
        .number(BilingualText(vi: "Số", en: "No.")), .text(BilingualText(vi: "Mã", en: "Code")),
        .text(BilingualText(vi: "Chỗ", en: "Field")),
        .text(BilingualText(vi: "Đã ghi", en: "Written")),
        .text(BilingualText(vi: "Vì sao", en: "Why")),
        .text(BilingualText(vi: "Người ghi", en: "Written by")),
        .text(BilingualText(vi: "Tình trạng", en: "State")),
      ] + (isRuled ? Self.rulingColumns : []),
      reviews.map { review in
        [
          String(review.number), review.codeText,
          "\(review.recordWords.text(in: language)) · \(review.fieldWords.text(in: language))",
          review.valueWords?.text(in: language) ?? "–", review.reasonWords.text(in: language),
          Self.author(review), review.stateWords.text(in: language),
        ] + (isRuled ? Self.ruling(review) : [])
      },
      empty: empty)
  }

  private static let rulingColumns: [Table.Column] = [
    .text(BilingualText(vi: "Người quyết định", en: "Ruled by")),
    .text(BilingualText(vi: "Lúc", en: "When")),
    .text(BilingualText(vi: "Giải thích", en: "Note")),
  ]

  private static func ruling(_ review: RecordReview) -> [String] {
    [
      review.ruledBy ?? "–", review.ruledAt.map { Format.dateTime($0) } ?? "–", review.note ?? "–",
    ]
  }

  private var empty: BilingualText {
    guard !rejections.isEmpty else {
      return BilingualText(
        vi: "Không có gì chờ xem xét; không có gì đã gửi bị bác bỏ.",
        en: "Nothing waits for a review, and nothing that was sent was rejected.")
    }
    return BilingualText(vi: "Không có gì chờ xem xét. ", en: "Nothing waits for a review. ")
      + rejections.words
      + BilingualText(vi: "; xem “review list --all”.", en: "; see “review list --all”.")
  }

  /// One review with stable keys.
  package static func json(_ review: RecordReview, _ language: Language) -> JSONValue {
    [
      "number": .integer(review.number), "id": .text(String(review.id.rawValue)),
      "code": .text(review.codeText), "record": .text(String(review.row.rawValue)),
      "table": .text(orNull: review.table), "field": .text(orNull: review.fieldName),
      "value": .text(orNull: review.valueWords?.text(in: language)),
      "reason": .text(review.reason), "detail": .text(review.detail),
      "message": .text(review.reasonWords.text(in: language)),
      "state": .text(orNull: review.state?.name), "ruled_by": .text(orNull: review.ruledBy),
      "ruled_at": .text(orNull: review.ruledAt?.iso), "note": .text(orNull: review.note),
      "unread": .bool(review.isUnread), "author": .text(author(review)),
      "laptop": .integer(Int64(review.replica.rawValue)),
    ]
  }

  /// Who wrote it; the laptop's number where no member is named.
  package static func author(_ review: RecordReview) -> String {
    review.author ?? "#\(review.replica.rawValue)"
  }
}
