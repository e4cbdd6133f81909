import FieldWork
import Pages
import SyncProtocol
import Web

/// A household: place and address, who lives there, what was done there, and the way to a visit.
struct HouseholdPage {
  static let newPath = "/households/new"

  /// What stands on the button that begins a visit.
  static let recordVisit = BilingualText(vi: "Ghi lượt thăm", en: "Record a visit")

  static let routes = [
    LaptopRoute(.post, newPath) { request in
      try DraftPages.beginFilled(
        .household, about: nil, request, with: try HouseholdForm.start(request))
    },
    LaptopRoute(.get, "/households/:code") { request in
      let page = try HouseholdPage(request)
      return try request.page(page.title, heading: page.heading) { try page.content() }
    },
    LaptopRoute(.post, "/households/:code/visits") { request in
      try beginVisit(to: HouseholdPage(request).household.id, request)
    },
    LaptopRoute(.post, "/households/:code/residents") { request in
      try beginResident(of: HouseholdPage(request).household.id, request)
    },
  ]

  /// Begins a visit, at home unless somebody works at a session.
  static func beginVisit(to household: RowID, _ request: LaptopRequest) throws -> HTTPResponse {
    let knowledge = try request.knowledge()
    let now: [(name: String, value: String)] =
      knowledge.doubt == nil
      ? [
        ("date", Format.date(knowledge.today)),
        ("start", Format.time(minuteOfDay: knowledge.now.minuteOfDay)),
      ] : []
    let session = try DeskLine.visitFields(request)
    let place = session.isEmpty ? [(name: "channel", value: "home")] : []
    let campaign = try VisitForm.campaignFields(request)
    return try DraftPages.begin(
      .visit, about: household, request, with: now + session + place + campaign,
      isSame: { open in
        // The line of a day sheet is a visit of its own, and so is what was begun for another
        // campaign.
        (open["paper"] ?? "").isEmpty
          && campaign.allSatisfy { ["", $0.value].contains(open[$0.name] ?? "") }
      },
      goingOn: { open in
        _ = try request.drafts.write(
          campaign, to: open, seen: open.revision, isWhole: false, at: request.clock.wall)
      })
  }

  /// Begins a person; the first of a family is most often its head.
  ///
  /// - Parameter visit: the visit at which they were forgotten, to which the form leads back.
  static func beginResident(
    of household: RowID, at visit: Visit? = nil, _ request: LaptopRequest
  ) throws -> HTTPResponse {
    let visit = visit?.codeText ?? ""
    return try DraftPages.begin(
      .resident, about: household, request,
      with: ResidentForm.start(try request.reader.existing(Household.self, household), request)
        + (visit.isEmpty ? [] : [(ResidentForm.visitField, visit)])
    ) { ($0[ResidentForm.visitField] ?? "") == visit }
  }

  private let request: LaptopRequest
  private let language: Language
  private let household: Household
  private let moved: MovedRecord?

  /// Where the household lives on, if that is here.
  private init(_ request: LaptopRequest) throws {
    self.request = request
    language = request.language
    let reader = request.reader
    let asked = try reader.resolveOne(request.parameters["code"], as: .household)
    moved = try reader.moved(asked, .household)
    let id = moved?.code == nil ? asked : moved?.row ?? asked
    household = try reader.existing(Household.self, id)
  }

  private var title: BilingualText {
    BilingualText(vi: "Hộ \(household.codeText)", en: "Household \(household.codeText)")
  }

  private var heading: BilingualText? {
    household.name.map { _ in
      BilingualText(vi: "Hộ ", en: "Household ")
        + BilingualText(same: named(household.name, household.codeText))
    }
  }

  private func content() throws -> HTML {
    let residents = try request.reader.people(of: household.id)
    return try HTML.group {
      if let notice = request.memory.takeNotice() { notice.html(language) }
      if let moved {
        element("p", ["class": "message warn", "role": "status"]) { moved.words.text(in: language) }
      }
      try DeskLine.html(request)
      try details()
      if household.voidReason == nil {
        element("div", ["class": "big-actions"]) {
          actionForm(
            "/households/\(household.codeText)/visits",
            Self.recordVisit, request, accessKey: "v")
          actionForm(
            "/households/\(household.codeText)/residents",
            BilingualText(vi: "Thêm người", en: "Add a person"), request, isQuiet: true)
        }
      }
      RecordActions.html(
        household.codeText, isVoided: household.voidReason != nil, request)
      members(residents)
      try visits()
      try RelatedRecords(
        .household, household.header, isVoided: household.voidReason != nil, request
      ).html()
    }
  }

  private func details() throws -> HTML {
    let hamlet = try household.place.flatMap { try request.reader.record(Place.self, $0)?.name }
    return panel {
      facts(
        [
          (FieldLabel.words(of: "place"), hamlet),
          (FieldLabel.words(of: "address"), household.address),
          (FieldLabel.words(of: "kind"), household.kind?.words.text(in: language)),
          (FieldLabel.words(of: "phone"), household.phone),
          (FieldLabel.words(of: "note"), household.note),
          (FieldLabel.words(of: "void_reason"), household.voidReason),
        ], language)
    }
  }

  private func members(_ residents: [Resident]) -> HTML {
    panel(id: "members") {
      PageTable(
        BilingualText(vi: "Người trong hộ", en: "Who lives here"),
        columns: [
          .text(FieldLabel.words(of: "full_name")), .text(FieldLabel.words(of: "birth_year")),
          .text(FieldLabel.words(of: "phone")),
          .text(BilingualText(vi: "Số cuối giấy tờ", en: "Id ends")),
        ],
        rows: residents.map { resident in
          PageTable.Row([
            link("/residents/\(resident.codeText)", resident.fullName ?? resident.codeText),
            .text(resident.birthYear.map(String.init) ?? ""), .text(resident.phone ?? ""),
            .text(resident.idLast4 ?? ""),
          ])
        },
        empty: BilingualText(
          vi: "Chưa ghi ai trong hộ.", en: "Nobody of this household is recorded yet.")
      ).html(language)
    }
  }

  private func visits() throws -> HTML {
    let visits = try request.reader.visits(household: household.id, includingVoided: true)
    return try panel(id: "visits") {
      PageTable(
        BilingualText(vi: "Các lượt thăm", en: "Visits"),
        columns: [
          .text(FieldLabel.words(of: "date")), .text(BilingualText(vi: "Mã", en: "Code")),
          .text(FieldLabel.words(of: "outcome")),
          .number(BilingualText(vi: "Lượt hỗ trợ", en: "Assists")),
          .text(FieldLabel.words(of: "return_date")),
        ],
        rows: try visits.map { visit in
          let state = visit.voidReason.map { _ in
            RecordActions.voidedMark(language)
          }
          return PageTable.Row([
            .text(visit.date.map(Format.date) ?? "—"),
            link("/visits/\(visit.codeText)", visit.codeText),
            state ?? .text(visit.outcome?.words.text(in: language) ?? ""),
            PageTable.number(try request.reader.assists(visit: visit.id).count, language),
            .text(visit.returnDate.map(Format.date) ?? ""),
          ])
        },
        empty: BilingualText(vi: "Chưa có lượt thăm nào.", en: "No visit yet.")
      ).html(language)
    }
  }
}
