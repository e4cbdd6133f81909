import FieldWork
import Pages
import SyncProtocol
import Web

/// A resident: who they are, what they were helped with, and who else may be the same person.
struct ResidentPage {
  static let routes = [
    LaptopRoute(.get, "/residents/:code") { request in
      let page = try ResidentPage(request)
      return try request.page(
        page.title,
        heading: BilingualText(same: named(page.resident.fullName, page.resident.codeText))
      ) { try page.content() }
    }
  ]

  private let request: LaptopRequest
  private let language: Language
  private let resident: Resident

  private init(_ request: LaptopRequest) throws {
    self.request = request
    language = request.language
    let id = try request.reader.resolveOne(request.parameters["code"], as: .resident)
    resident = try request.reader.existing(Resident.self, id)
  }

  private var title: BilingualText {
    BilingualText(vi: "Người dân \(resident.codeText)", en: "Resident \(resident.codeText)")
  }

  private func content() throws -> HTML {
    let household = try resident.household.flatMap {
      try request.reader.record(Household.self, $0)
    }
    let twins = try request.reader.residentsLike(resident.id)
    return try HTML.group {
      if let notice = request.memory.takeNotice() { notice.html(language) }
      panel {
        facts(
          [
            (BilingualText(vi: "Sinh", en: "Born"), resident.birthText),
            (FieldLabel.words(of: "sex"), resident.sex?.words.text(in: language)),
            (FieldLabel.words(of: "phone"), resident.phone),
            (FieldLabel.words(of: "id_last4"), resident.idLast4.map { "…\($0)" }),
            (FieldLabel.words(of: "note"), resident.note),
            (FieldLabel.words(of: "void_reason"), resident.voidReason),
          ], language)
        if let household {
          element("p") {
            link(
              "/households/\(household.codeText)",
              language.text("Hộ ", "Household ") + (household.name ?? household.codeText))
          }
          if household.voidReason == nil {
            actionForm(
              "/households/\(household.codeText)/visits", HouseholdPage.recordVisit, request,
              accessKey: "v")
          }
        }
      }
      RecordActions.html(
        resident.codeText, isVoided: resident.voidReason != nil, request)
      try sameness(twins)
      try assists()
      try RelatedRecords(
        .resident, resident.header, isVoided: resident.voidReason != nil, request
      ).html()
    }
  }

  /// Who else may be this person, what was said of that, and the way to say it.
  private func sameness(_ twins: [RowID]) throws -> HTML {
    let links = try request.reader.describedLinks(of: resident.id, .resident)
    return try panel(id: "twins", language.text("Có bị ghi hai lần?", "Recorded twice?")) {
      try element("ul", ["class": "plain"]) {
        for twin in twins.prefix(10) {
          if let other = try request.reader.record(Resident.self, twin) {
            element("li") {
              StateMark.attention.html(
                language.text("có thể là cùng một người", "perhaps the same person"))
              link("/residents/\(other.codeText)", other.fullName ?? other.codeText)
              link(
                DuplicatePages.path(resident.codeText, other.codeText),
                language.text("So hai bản ghi", "Compare the two"))
            }
          }
        }
        for said in links {
          element("li") {
            StateMark.neutral.html(said.words.text(in: language))
            if let code = said.code, !said.link.kind.isMove {
              link(
                DuplicatePages.path(resident.codeText, code),
                language.text("Xem, hoặc thôi", "Look, or take it back"))
            }
          }
        }
      }
      element("p") {
        link(
          DuplicatePages.path(alike: resident.codeText),
          language.text("Tìm người giống trong cả sổ", "Look for the same person in the register"))
      }
    }
  }

  private func assists() throws -> HTML {
    let assists = try request.reader.assists(resident: resident.id, includingVoided: true)
    return try panel(id: "assists") {
      PageTable(
        BilingualText(vi: "Đã được hỗ trợ", en: "Was helped with"),
        columns: [
          .text(FieldLabel.words(of: "date")), .text(FieldLabel.words(of: "service")),
          .text(FieldLabel.words(of: "mode")), .text(FieldLabel.words(of: "outcome")),
        ],
        rows: try assists.map { assist in
          let visit = try assist.visit.flatMap { try request.reader.record(Visit.self, $0) }
          return PageTable.Row([
            visit.map { link("/visits/\($0.codeText)", $0.date.map(Format.date) ?? $0.codeText) }
              ?? .text("—"),
            .text(
              try assist.service.map { try request.reader.serviceName(of: $0).text(in: language) }
                ?? ""),
            .text(assist.mode?.words.text(in: language) ?? ""),
            .text(assist.outcome?.words.text(in: language) ?? ""),
          ])
        },
        empty: BilingualText(vi: "Chưa có lượt hỗ trợ nào.", en: "No assist yet.")
      ).html(language)
    }
  }
}
