import FieldWork
import Pages
import SyncProtocol
import Web

/// An assist: what was done for whom, whether it counts and why, and its dossiers.
struct AssistPage {
  static let routes = [
    LaptopRoute(.get, "/assists/:code") { request in
      let page = try AssistPage(request)
      return try request.page(page.title, heading: try page.heading()) { try page.content() }
    }
  ]

  private let request: LaptopRequest
  private let language: Language
  private let assist: Assist

  private init(_ request: LaptopRequest) throws {
    self.request = request
    language = request.language
    let id = try request.reader.resolveOne(request.parameters["code"], as: .assist)
    assist = try request.reader.existing(Assist.self, id)
  }

  private var title: BilingualText {
    BilingualText(vi: "Lượt hỗ trợ \(assist.codeText)", en: "Assist \(assist.codeText)")
      + RecordActions.voidedWords(assist.voidReason)
  }

  private func resident() throws -> Resident? {
    try assist.resident.flatMap { try request.reader.record(Resident.self, $0) }
  }

  private func heading() throws -> BilingualText {
    BilingualText(vi: "Lượt hỗ trợ ", en: "Assist ")
      + BilingualText(same: named(try resident()?.fullName, assist.codeText))
      + RecordActions.voidedWords(assist.voidReason)
  }

  private func content() throws -> HTML {
    let resident = try resident()
    let visit = try assist.visit.flatMap { try request.reader.record(Visit.self, $0) }
    return try HTML.group {
      if let notice = request.memory.takeNotice() { notice.html(language) }
      try panel {
        element("p", ["class": "subject"]) {
          if let resident {
            link("/residents/\(resident.codeText)", resident.fullName ?? resident.codeText)
          } else {
            element("span") { language.text("không ghi tên", "without a name") }
          }
          if let visit {
            element("span", ["class": "detail"]) {
              link(
                "/visits/\(visit.codeText)",
                language.text("Lượt thăm ", "Visit ") + (visit.date.map(Format.date) ?? ""))
            }
          }
        }
        facts(try lines(), language)
        if let code = try assist.service.flatMap({ try request.reader.serviceCode($0) }) {
          element("p") {
            link(GuidePage.path(code), language.text("Tra cứu việc này", "Look this up"))
          }
        }
      }
      try SlipPage.way(assist, request)
      RecordActions.html(assist.codeText, isVoided: assist.voidReason != nil, request)
      if assist.voidReason != nil { try RecordingAgain.html(assistAt: assist.visit, request) }
      try counting()
      try dossiers()
      try RelatedRecords(
        .assist, assist.header, isVoided: assist.voidReason != nil, request
      ).html()
    }
  }

  private func lines() throws -> [(label: BilingualText, value: String?)] {
    [
      (
        FieldLabel.words(of: "service"),
        try assist.service.map { try request.reader.serviceName(of: $0).text(in: language) }
      ),
      (FieldLabel.words(of: "mode"), assist.mode?.words.text(in: language)),
      (FieldLabel.words(of: "outcome"), assist.outcome?.words.text(in: language)),
      (
        FieldLabel.words(of: "blocked_reason"),
        assist.blockedReason.map { BlockedReason.words(of: $0).text(in: language) }
      ),
      (FieldLabel.words(of: "evidence_kind"), assist.evidenceKind?.words.text(in: language)),
      (FieldLabel.words(of: "evidence"), assist.evidence),
      (FieldLabel.words(of: "minutes"), assist.minutes.map(String.init)),
      (
        FieldLabel.words(of: "alone_now"),
        assist.aloneNow.map { $0 ? language.text("rồi", "yes") : language.text("chưa", "not yet") }
      ),
      (FieldLabel.words(of: "note"), assist.note),
      (FieldLabel.words(of: "void_reason"), assist.voidReason),
    ]
  }

  /// The verdict of the one counting rule, with what bears on it.
  private func counting() throws -> HTML {
    let explained = try request.reader.explainCount(of: assist.id)
    let twins = try request.records.twins(of: assist)
    let sameCode = try SameCode.html(twins, request)
    return try panel(id: "counting", language.text("Được tính thế nào", "How it counts")) {
      element("p") { explained.mark(besides: twins, language) }
      sameCode
      for line in explained.lines.dropFirst() { element("p") { line.text(in: language) } }
      if assist.voidReason == nil, try request.reader.claimsVoidDossier(assist) {
        element("p") {
          StateMark.attention.html(
            language.text(
              "Lượt này ghi là đã nộp hồ sơ, nhưng hồ sơ của lượt đã bị hủy. Nếu không nộp, hãy "
                + "sửa kết quả và bằng chứng.",
              "This says that a dossier was filed, but its dossier is void. Where none was filed, "
                + "correct the outcome and the evidence."))
        }
      }
    }
  }

  private func dossiers() throws -> HTML {
    let submissions = try request.reader.submissions(
      assist: assist.id, includingVoided: true)
    let isOpen = try isOpen()
    guard !submissions.isEmpty || isOpen else { return .empty }
    return panel(id: "dossiers", language.text("Hồ sơ đã nộp", "Dossiers filed")) {
      if submissions.isEmpty {
        element("p", ["class": "detail"]) { language.text("Chưa ghi hồ sơ nào.", "None so far.") }
      }
      element("ul", ["class": "plain"]) {
        for submission in submissions {
          element("li") {
            recordLink(submission.codeText)
            element("span", ["class": "detail"]) { submission.dossierCode }
            if submission.voidReason != nil { RecordActions.voidedMark(language) }
          }
        }
      }
      if isOpen {
        actionForm(MoreDossiers.path(assist), MoreDossiers.button, request, isQuiet: true)
      }
    }
  }

  /// Whether something may be added to it.
  private func isOpen() throws -> Bool {
    guard assist.voidReason == nil else { return false }
    return try assist.visit.flatMap { try request.reader.record(Visit.self, $0)?.voidReason } == nil
  }
}

extension CountVerdict {
  /// The shape beside its words.
  var mark: StateMark {
    switch self {
    case .counted: .good
    case .provisional: .attention
    case .notCounted: .neutral
    }
  }
}
