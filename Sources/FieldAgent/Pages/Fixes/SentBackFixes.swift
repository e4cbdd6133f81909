import FieldWork
import Pages
import SyncProtocol
import Web

/// Visits that a coordinator asks to be looked at again: what they ask, where it is mended, and which
/// are mended and wait for the next hand-over.
struct SentBackFixes {
  private let request: LaptopRequest
  private let language: Language

  init(_ request: LaptopRequest) {
    self.request = request
    language = request.language
  }

  /// The panel; nil where there is nothing.
  func html() throws -> HTML? {
    let visits = try request.records.sentBackVisits(ownOnly: true)
    guard !visits.isEmpty else { return nil }
    let open = visits.filter { !$0.isMended } + visits.filter(\.isMended)
    return try panel(
      id: "sent-back", language.text("Được trả lại để xem lại", "Sent back to be looked at"),
      lead: language.text(
        "Các lượt này vẫn được tính. Mở ra, sửa chỗ cần sửa, hoặc ghi lời giải thích vào ô Ghi chú; "
          + "rồi gửi nhận như mọi lần.",
        "They go on counting. Open each, mend what is to be mended or write an explanation into its "
          + "note; then hand over as always.")
    ) {
      for visit in open.prefix(FixPage.listLimit) { try html(visit) }
      FixPage.rest(visits.count, language)
    }
  }

  private func html(_ sent: SentBackVisit) throws -> HTML {
    let visit = try request.reader.record(Visit.self, sent.visit)
    let household = try visit?.household.flatMap {
      try request.reader.record(Household.self, $0)
    }
    return element("article", ["class": "conflict", "id": "sent-back-\(sent.visit.rawValue)"]) {
      element("h3") {
        language.text("Lượt thăm ", "Visit ")
        recordLink(sent.codeText)
      }
      element("p") {
        sent.isMended
          ? StateMark.good.html(
            language.text(
              "đã sửa ở đây; điều phối viên xem lại sau lần gửi nhận tới",
              "mended here; the coordinator looks at it after the next hand-over"))
          : StateMark.attention.html(language.text("chờ bạn", "waits for you"))
      }
      facts(
        [
          (BilingualText(vi: "Cần làm", en: "What to do"), sent.review.note),
          (FieldLabel.words(of: "household"), household.map { $0.name ?? $0.codeText }),
          (FieldLabel.words(of: "date"), visit?.date.map(Format.date)),
          (FieldLabel.words(of: "author"), sent.review.author),
          (FieldLabel.words(of: "ruled_by"), sent.review.ruledBy),
          (BilingualText(vi: "Lúc", en: "When"), sent.review.ruledAt.map(Format.dateTime)),
        ], language)
      if !sent.isMended {
        element("div", ["class": "row-actions"]) {
          actionForm(
            "/visits/\(sent.codeText)/edit",
            BilingualText(vi: "Sửa hoặc giải thích", en: "Mend or explain"), request)
        }
      }
    }
  }
}
