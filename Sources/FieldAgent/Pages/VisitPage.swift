import FieldWork
import Pages
import SyncProtocol
import Web

/// A visit that was saved: what came of it, each assist with how it counts, the dossiers filed.
struct VisitPage {
  static let routes =
    [
      LaptopRoute(.get, "/visits/:code") { request in
        if let rejected = try RejectedVisitPage(request.parameters["code"], request) {
          return try rejected.page()
        }
        let page = try VisitPage(request)
        return try request.page(page.title, heading: try page.heading()) { try page.content() }
      },
      LaptopRoute(.post, "/visits/:code/residents") { request in
        let visit = try VisitPage(request).visit
        guard visit.voidReason == nil else { throw FieldError.voided("visit") }
        guard let household = visit.household else { throw FieldError.noSuchRecord("household") }
        return try HouseholdPage.beginResident(of: household, at: visit, request)
      },
    ] + RejectedVisitPage.routes

  private let request: LaptopRequest
  private let language: Language
  private let visit: Visit

  private init(_ request: LaptopRequest) throws {
    self.request = request
    language = request.language
    let id = try request.reader.resolveOne(request.parameters["code"], as: .visit)
    visit = try request.reader.existing(Visit.self, id)
  }

  private var title: BilingualText {
    BilingualText(vi: "Lượt thăm \(visit.codeText)", en: "Visit \(visit.codeText)")
      + RecordActions.voidedWords(visit.voidReason)
  }

  private func household() throws -> Household? {
    try visit.household.flatMap { try request.reader.record(Household.self, $0) }
  }

  /// Whom it was to and when, which says more to people than its code.
  private func heading() throws -> BilingualText {
    let name = try household().flatMap(\.name)
    return BilingualText(vi: "Lượt thăm ", en: "Visit ")
      + BilingualText(
        same: [name, visit.date.map(Format.date), visit.codeText].compactMap(\.self)
          .joined(separator: " · "))
      + RecordActions.voidedWords(visit.voidReason)
  }

  private func content() throws -> HTML {
    let household = try household()
    let people = try request.reader.participants(of: visit).compactMap {
      try request.reader.record(Member.self, $0)?.fullName
    }
    return try HTML.group {
      if let notice = request.memory.takeNotice() { notice.html(language) }
      try panel {
        if let household {
          element("p", ["class": "subject"]) {
            link("/households/\(household.codeText)", household.name ?? household.codeText)
          }
        }
        facts(
          [
            (FieldLabel.words(of: "date"), visit.date.map(Format.date)),
            (
              FieldLabel.words(of: "start_minute"),
              visit.startMinute.map { Format.time(minuteOfDay: $0) }
            ),
            (FieldLabel.words(of: "minutes"), visit.minutes.map(String.init)),
            (BilingualText(vi: "Ghi vào máy", en: "Entered"), VisitTimes.entered(visit)),
            (
              SheetEntry.codeLabel, try PrintoutBook(request.records).code(of: visit.id)?.text
            ),
            (FieldLabel.words(of: "outcome"), visit.outcome?.words.text(in: language)),
            (FieldLabel.words(of: "return_date"), visit.returnDate.map(Format.date)),
            (FieldLabel.words(of: "participants"), people.joined(separator: ", ")),
            (
              FieldLabel.words(of: "session"),
              try visit.session.map {
                try request.reader.described($0.rawValue, .session).text(in: language)
              }
            ),
            (
              BilingualText(vi: "Theo đợt", en: "For the campaign"),
              try visit.campaign.map {
                try WalkPage.name(of: .campaign($0), request.reader).text(in: language)
              }
            ),
            (FieldLabel.words(of: "note"), visit.note.map { CampaignNote.words($0, language) }),
            (FieldLabel.words(of: "void_reason"), visit.voidReason),
          ], language)
      }
      try SlipPage.way(visit, request)
      RecordActions.html(visit.codeText, isVoided: visit.voidReason != nil, request)
      try assists()
      try RelatedRecords(
        .visit, visit.header, isVoided: visit.voidReason != nil, request
      ).html()
    }
  }

  private func assists() throws -> HTML {
    // As they were entered, and as the slip has them.
    let assists = Array(
      try request.reader.assists(visit: visit.id, includingVoided: true).reversed())
    return try panel(id: "assists") {
      PageTable(
        BilingualText(vi: "Lượt hỗ trợ", en: "Assists"),
        columns: [
          .text(FieldLabel.words(of: "resident")), .text(FieldLabel.words(of: "service")),
          .text(FieldLabel.words(of: "mode")), .text(FieldLabel.words(of: "outcome")),
          .text(FieldLabel.words(of: "submission")),
          .text(BilingualText(vi: "Tính", en: "Counts")),
        ],
        rows: try assists.map { assist in
          let resident = try assist.resident.flatMap {
            try request.reader.record(Resident.self, $0)
          }
          let explained = try request.reader.explainCount(of: assist.id)
          let twins = try request.records.twins(of: assist)
          return PageTable.Row([
            resident.map { link("/residents/\($0.codeText)", $0.fullName ?? $0.codeText) }
              ?? .text(language.text("không ghi tên", "without a name")),
            .text(
              try assist.service.map { try request.reader.serviceName(of: $0).text(in: language) }
                ?? ""),
            .text(assist.mode?.words.text(in: language) ?? ""),
            .text(assist.outcome?.words.text(in: language) ?? ""),
            try dossiers(of: assist),
            HTML.group {
              explained.mark(besides: twins, language)
              element("span", ["class": "detail"]) { assist.codeText }
              if let path = RecordPath.of(assist.codeText) {
                element("a", ["href": path, "class": "button quiet nowrap"]) {
                  language.text("Xem, sửa", "See, change")
                }
              }
            },
          ])
        },
        empty: BilingualText(
          vi: "Lượt thăm này không có lượt hỗ trợ nào.", en: "No help was given at this visit.")
      ).html(language)
      if visit.voidReason == nil { additions(to: assists.filter { $0.voidReason == nil }) }
    }
  }

  /// What was forgotten, or came later, is added here.
  private func additions(to assists: [Assist]) -> HTML {
    element("div", ["class": "row-actions"]) {
      actionForm("/visits/\(visit.codeText)/assists", MoreAssists.button, request, isQuiet: true)
      if assists.count == 1, let only = assists.first {
        actionForm(MoreDossiers.path(only), MoreDossiers.button, request, isQuiet: true)
      }
      if visit.household != nil {
        actionForm(
          "/visits/\(visit.codeText)/residents",
          BilingualText(vi: "Thêm người vào hộ", en: "Add a person to the household"), request,
          isQuiet: true)
      }
    }
  }

  private func dossiers(of assist: Assist) throws -> HTML {
    let submissions = try request.reader.submissions(assist: assist.id, includingVoided: true)
    return HTML.group {
      for submission in submissions {
        recordLink(submission.codeText)
        if let code = submission.dossierCode {
          element("span", ["class": "detail nowrap"]) { code }
        }
        if submission.voidReason != nil { RecordActions.voidedMark(language) }
      }
    }
  }
}
