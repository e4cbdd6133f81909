import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// Visits that a wrong clock dated, with the day that the centre's time proposes. Nothing is changed
/// unless a person says so.
struct DateFixes {
  static let routes = [
    LaptopRoute(.post, "\(FixPage.path)/dates/:code/apply") { request in
      try settle(
        request,
        BilingualText(vi: "đã sửa ngày theo đề nghị.", en: "the proposed day was written.")
      ) { try $0.applyProposedDates([$1], author: request.member, clock: $2) }
    },
    LaptopRoute(.post, "\(FixPage.path)/dates/:code/keep") { request in
      try settle(
        request, BilingualText(vi: "ngày đang ghi là đúng.", en: "the day stands as it was.")
      ) { try $0.confirmDates([$1], author: request.member, clock: $2) }
    },
  ]

  /// Decides about one visit; one that is in doubt no more is left alone.
  private static func settle(
    _ request: LaptopRequest, _ words: BilingualText,
    _ decide: (FieldStore, DateDoubt, ClockReading) throws -> Void
  ) throws -> HTTPResponse {
    let id = try request.reader.resolveOne(request.parameters["code"], as: .visit)
    let doubt = try request.laptop.writing { records, clock in
      let doubt = try records.dateDoubts().first { $0.visit == id }
      if let doubt { try decide(records, doubt, clock) }
      return doubt
    }
    if let doubt {
      request.memory.say(
        PageNotice(
          BilingualText(
            vi: "Lượt thăm \(doubt.codeText): ", en: "Visit \(doubt.codeText): ") + words))
    }
    return .seeOther(FixPage.path)
  }

  private let request: LaptopRequest
  private let language: Language

  init(_ request: LaptopRequest) {
    self.request = request
    language = request.language
  }

  /// The panel; nil where there is nothing.
  func html() throws -> HTML? {
    let doubts = try request.records.dateDoubts()
    guard !doubts.isEmpty else { return nil }
    return panel(id: "dates") {
      PageTable(
        BilingualText(vi: "Ngày đáng ngờ", en: "Doubtful dates"),
        columns: [
          .text(FieldLabel.words(of: "visit")), .text(FieldLabel.words(of: "household")),
          .text(BilingualText(vi: "Ngày đang ghi", en: "Written")),
          .text(BilingualText(vi: "Máy tưởng lúc đó là", en: "The laptop took it for")),
          .text(BilingualText(vi: "Thật ra là", en: "It was")),
          .text(BilingualText(vi: "Việc cần làm", en: "Next step")),
        ],
        rows: doubts.prefix(FixPage.listLimit).map(row), empty: BilingualText(vi: "", en: ""),
        note: BilingualText(
          vi: "Đồng hồ của máy này hay của trung tâm từng sai khi ghi. Chưa sửa gì.",
          en: "The clock, of this laptop or of the centre, was wrong then. Nothing was changed.")
      ).html(language)
      FixPage.rest(doubts.count, language)
    }
  }

  private func row(_ doubt: DateDoubt) -> PageTable.Row {
    let path = "\(FixPage.path)/dates/\(doubt.codeText)"
    return PageTable.Row([
      recordLink(doubt.codeText), .text(doubt.household ?? "—"),
      PageTable.cell(Format.date(doubt.date), detail: doubt.source.words.text(in: language)),
      .text(Format.dateTime(doubt.believed)),
      .text(doubt.actual.map(Format.dateTime) ?? language.text("không rõ", "not known")),
      element("div", ["class": "row-actions"]) {
        if let proposed = doubt.proposed {
          actionForm(
            "\(path)/apply",
            BilingualText(
              vi: "Sửa thành \(Format.date(proposed))", en: "Make it \(Format.date(proposed))"),
            request, isQuiet: true)
        }
        actionForm(
          "\(path)/keep",
          BilingualText(vi: "Ngày đang ghi đúng", en: "It is right as it is"), request,
          isQuiet: true)
      },
    ])
  }
}
