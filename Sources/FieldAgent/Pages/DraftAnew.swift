import FieldWork
import Listings
import Pages
import SyncProtocol
import Web

/// What was typed into a form whose record was voided, made a form of a new record.
enum DraftAnew {
  /// The field of a draft that keeps the code of the voided record in whose place it comes.
  static let voidedField = "anew-of"

  /// Whether a draft of this kind can become a record of its own: assists and dossiers belong to the
  /// visit that they were recorded at.
  static func isPossible(_ draft: PageDraft) -> Bool {
    switch draft.kind {
    case .householdEdit, .residentEdit, .visitEdit, .recordEdit: true
    default: false
    }
  }

  /// Begins the form of the new record with everything that stands in the old one, and says what does
  /// not come along. One that is not voided any more is led back to: it would stand twice.
  static func begin(_ draft: PageDraft, _ request: LaptopRequest) throws -> HTTPResponse {
    guard let subject = draft.subject, let table = draft.kind.recordTable else {
      throw FieldError.noSuchRecord("draft")
    }
    let reader = request.reader
    let code = try reader.codeText(of: subject, in: table)
    guard try reader.voidReason(table, subject) != nil else {
      // Whoever pressed it twice has that form already; the form of a record gone says so itself.
      _ = try DraftPages.form(draft, request)
      request.memory.say(standsAgain(code))
      return .seeOther(DraftPages.path(draft))
    }
    let fields = [(voidedField, code)] + draft.fields.map { (name: $0.name, value: $0.value) }
    let answer: HTTPResponse
    switch draft.kind {
    case .householdEdit:
      let place = try reader.existing(Household.self, subject).place
      answer = try fresh(
        .household, about: nil,
        [("place", place.map { String($0.rawValue) } ?? "")] + fields, request)
    case .residentEdit:
      let resident = try reader.existing(Resident.self, subject)
      answer = try fresh(.resident, about: resident.household, fields, request)
      request.memory.say(numberAgain(resident.idLast4))
    case .visitEdit:
      let visit = try reader.existing(Visit.self, subject)
      let campaign = try visit.campaign.map {
        try reader.codeText(of: $0, in: CampaignTable.definition)
      }
      // A line that became another visit since is asked about in the form.
      let paper = try PrintoutBook(request.records).code(of: subject, withFormer: true)
      let along = [("campaign", campaign), ("paper", paper?.text)].compactMap { name, value in
        value.map { (name: name, value: $0) }
      }
      answer = try fresh(.visit, about: visit.household, along + fields, request)
      let assists = try reader.assists(visit: subject, includingVoided: true).count
      if assists > 0 { request.memory.say(assistsStay(assists, code)) }
    case .recordEdit(let noun):
      guard let form = RecordForms.ofField.first(where: { $0.noun == noun }),
        let record = try reader.formRecord(form, subject)
      else { throw FieldError.noSuchRecord(noun) }
      let values = try form.fields.map { field -> (name: String, value: String) in
        let standing =
          field.isSet
          ? try reader.typedTexts(of: field, in: record).joined(separator: " ")
          : try reader.typedText(of: field, in: record)
        return (field.option, draft[field.option] ?? standing)
      }
      answer = try fresh(
        .record(noun: noun), about: nil,
        [(voidedField, code), (RecordEntry.aboutField, "")] + values, request)
    default: throw FieldError.noSuchRecord("draft")
    }
    try request.drafts.discard(draft)
    return answer
  }

  /// Begins the form of a new visit with everything that was written of one that was rejected; where
  /// that was begun before, it goes on there.
  static func begin(rejected visit: Visit, _ request: LaptopRequest) throws -> HTTPResponse {
    let begun = try request.drafts.open(by: request.member).first {
      $0.kind == .visit && $0[voidedField] == visit.codeText
    }
    if let begun { return .seeOther(DraftPages.path(begun)) }
    let answer = try fresh(
      .visit, about: visit.household,
      [(voidedField, visit.codeText)] + VisitCorrection.values(of: visit, request), request)
    let assists = try request.reader.assists(visit: visit.id, includingVoided: true).count
    if assists > 0 { request.memory.say(assistsStay(assists, visit.codeText)) }
    return answer
  }

  /// A form that is begun beside any that is open: what was typed elsewhere stays what it is. What it
  /// begins with was typed by somebody, also where its kind of form is filled in when it begins.
  private static func fresh(
    _ kind: PageDraft.Kind, about subject: RowID?, _ fields: [(name: String, value: String)],
    _ request: LaptopRequest
  ) throws -> HTTPResponse {
    var random = request.laptop.random
    let now = request.clock.wall
    let empty = try request.drafts.begin(
      kind, about: subject, by: request.member, at: now, random: &random
    ) { _ in false }
    let begun = try request.drafts.write(
      fields.map { ($0.name, "") }, to: empty, seen: empty.revision, at: now
    ).draft
    let draft = try request.drafts.write(fields, to: begun, seen: begun.revision, at: now).draft
    return .seeOther(DraftPages.path(draft))
  }
}

// What is said.
extension DraftAnew {
  /// That the record is in force again, so that nothing new was begun.
  private static func standsAgain(_ code: String) -> PageNotice {
    PageNotice(
      BilingualText(
        vi: "\(code) đã được thôi hủy, nên máy không ghi thành bản ghi mới: nếu ghi sẽ có hai bản. "
          + "Những gì đã gõ ở dưới đây: xem lại rồi lưu vào bản ghi đó.",
        en: "The void of \(code) was taken back, so no new record was begun: there would be two. "
          + "What was typed stands below: look at it, then save it into that record."))
  }

  /// That the personal id has to be typed once more.
  private static func numberAgain(_ lastFour: String?) -> PageNotice {
    let number =
      lastFour.map { BilingualText(vi: " (đuôi \($0))", en: " (ending in \($0))") }
      ?? BilingualText(same: "")
    return PageNotice(
      BilingualText(
        vi: "Số định danh\(number.vietnamese) không được giữ trong bản nháp nên không theo sang "
          + "đây: nếu có thì hãy gõ lại.",
        en: "The personal id\(number.english) is not kept in drafts, so it did not come along: "
          + "type it again if there is one."), isGood: false)
  }

  /// That the assists of a voided visit stay with it.
  private static func assistsStay(_ count: Int, _ code: String) -> PageNotice {
    PageNotice(
      BilingualText(
        vi: "\(count) lượt hỗ trợ của \(code) ở lại với lượt thăm ấy. Lượt nào đúng thì "
          + "hãy ghi lại ở dưới.",
        en: "\(counted(count, "assist", "assists")) of \(code) stayed with that visit. "
          + "Record here again what is right."), isGood: false)
  }
}
