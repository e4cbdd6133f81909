import CommandLine
import FieldWork
import SyncProtocol

/// What the centre did not accept, for people and programs.
package struct ReviewListing: Sendable {
  private let reviews: [RecordReview]
  private let page: ListPage

  /// The arguments of `review list`.
  package static let arguments = [all] + ListPage.arguments()

  /// The option that lists decided reviews too.
  package static let all = Argument.flag(
    "all", BilingualText(vi: "cả những lượt đã quyết định", en: "also those that were decided"))

  /// Lists the part of all reviews that a line asks for.
  package init(_ reviews: [RecordReview], _ page: ListPage) {
    self.reviews = reviews
    self.page = page
  }

  /// Needs attention while a ruling is open.
  package var exitCode: ExitCode {
    reviews.contains { $0.state == .neutralised } ? .needsAttention : .done
  }

  /// Writes one line a review.
  package func write(to console: Console) {
    let language = console.language
    let part = page.part(of: reviews)
    part.write(to: console, table(part.elements, language), json: "reviews") {
      Self.json($0, language)
    }
  }

  private func table(_ reviews: [RecordReview], _ language: Language) -> Table {
    Table(
      [
        .number(BilingualText(vi: "Số", en: "No.")), .text(BilingualText(vi: "Mã", en: "Code")),
        .text(BilingualText(vi: "Chỗ", en: "Field")),
        .text(BilingualText(vi: "Đã ghi", en: "Written")),
        .text(BilingualText(vi: "Vì sao", en: "Why")),
        .text(BilingualText(vi: "Người ghi", en: "Written by")),
        .text(BilingualText(vi: "Tình trạng", en: "State")),
      ],
      reviews.map { review in
        [
          String(review.number), review.codeText,
          "\(review.recordWords.text(in: language)) · \(review.fieldWords.text(in: language))",
          review.valueWords?.text(in: language) ?? "–", review.reasonWords.text(in: language),
          Self.author(review), review.stateWords.text(in: language),
        ]
      },
      empty: BilingualText(
        vi: "Không có gì chờ xem xét; mọi thứ đã gửi đều được tính.",
        en: "Nothing waits for a review; everything that was sent stands."))
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
      "note": .text(orNull: review.note), "author": .text(author(review)),
      "laptop": .integer(Int64(review.replica.rawValue)),
    ]
  }

  /// Who wrote it; the laptop's number where no member is named.
  package static func author(_ review: RecordReview) -> String {
    review.author ?? "#\(review.replica.rawValue)"
  }
}
