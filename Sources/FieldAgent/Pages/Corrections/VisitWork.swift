import FieldWork
import Pages
import Web

/// What was done at a visit, in a few words that tell it from another one of the same day: what it was
/// about, and the dossiers filed by the codes that residents call them by.
struct VisitWork {
  static let label = BilingualText(vi: "Đã hỗ trợ, đã nộp", en: "Helped with, filed")
  /// The most of each that is named.
  private static let named = 3
  private static let nameLength = 40

  private let visit: Visit
  private let request: LaptopRequest

  init(_ visit: Visit, _ request: LaptopRequest) {
    self.visit = visit
    self.request = request
  }

  func html() throws -> HTML {
    let assists = try request.reader.assists(
      visit: visit.id, includingVoided: visit.voidReason != nil,
      page: RecordPage(limit: Self.named + 1))
    let filed = try request.reader.submissions(
      visit: visit.id, page: RecordPage(limit: Self.named + 1))
    return try HTML.group {
      for assist in assists.prefix(Self.named) {
        try element("div") {
          try assist.service.map {
            try request.reader.serviceName(of: $0).text(in: request.language)
              .shortened(to: Self.nameLength)
          } ?? ""
        }
      }
      if assists.count > Self.named { "…" }
      for dossier in filed.prefix(Self.named) {
        element("div") { recordLink(dossier.codeText, calling: dossier.dossierCode) }
      }
      if filed.count > Self.named { "…" }
    }
  }
}
