import FieldWork
import Pages
import SyncProtocol
import Web

/// Where a day at a desk begins: today's service sessions, one of which is chosen to work at, or a
/// new one is opened.
struct DeskPage {
  static let path = "/desk"
  static let title = BilingualText(vi: "Bàn hỗ trợ hôm nay", en: "Today's desk")

  static let routes =
    [
      LaptopRoute(.get, path) { request in
        try request.page(title) { try DeskPage(request: request).content() }
      },
      LaptopRoute(.post, "\(path)/leave") { request in
        request.memory.session = nil
        return .seeOther(path)
      },
    ] + SessionDesk.routes

  private let request: LaptopRequest
  private var language: Language { request.language }

  private func content() throws -> HTML {
    let today = try request.knowledge().today
    var filter = FormFilter()
    filter.period = try Period(from: today, to: today)
    let sessions = try request.reader.formRecords(RecordForms.session, filter)
    return try HTML.group {
      if let notice = request.memory.takeNotice() { notice.html(language) }
      try DeskLine.html(request)
      try panel(id: "sessions") {
        PageTable(
          BilingualText(vi: "Các buổi hôm nay", en: "Sessions of today"),
          columns: [
            .text(BilingualText(vi: "Buổi", en: "Session")),
            .text(FieldLabel.words(of: "place")), .text(FieldLabel.words(of: "team")),
            .text(BilingualText(vi: "Giờ", en: "Hours")),
            .text(BilingualText(vi: "Làm việc", en: "Work")),
          ],
          rows: try sessions.map(row),
          empty: BilingualText(
            vi: "Hôm nay chưa mở buổi nào trên máy này. Hãy mở một buổi ở dưới.",
            en: "No session was opened on this laptop today. Open one below.")
        ).html(language)
      }
      panel(id: "open", language.text("Mở buổi mới", "Open a session")) {
        element("div", ["class": "row-actions"]) {
          for kind in ChoiceList.sessionKind.choices {
            RecordTable.addButton(
              RecordForms.session, about: nil, request, label: kind.words.capitalized,
              fields: [("kind", kind.name)])
          }
        }
      }
      element("p") {
        link(
          RecordListPage.path(RecordForms.session),
          language.text("Những buổi trước", "Sessions of before"))
      }
    }
  }

  private func row(_ session: FormRecord) throws -> PageTable.Row {
    func words(_ field: FieldDefinition) throws -> String? {
      try RecordForms.session.field(field.id).flatMap {
        try request.reader.words(of: $0, in: session)?.text(in: language)
      }
    }
    let hours = [try words(SessionTable.startMinute), try words(SessionTable.endMinute)]
    let title = [try words(SessionTable.kind), try words(SessionTable.name)]
    return PageTable.Row([
      HTML.group {
        link(
          SessionDesk.path(session),
          title.compactMap(\.self).joined(separator: ", ").capitalizedHead)
        element("span", ["class": "detail"]) { session.header.codeText }
      },
      .text(try words(SessionTable.place) ?? ""), .text(try words(SessionTable.team) ?? ""),
      .text(hours.compactMap(\.self).joined(separator: "–")),
      actionForm(
        "\(SessionDesk.path(session))/work",
        BilingualText(vi: "Làm việc ở buổi này", en: "Work at this session"), request),
    ])
  }
}

/// The line that says at which session somebody works, and the way out of it; nothing where they
/// work at none. Visits that are begun meanwhile belong to it.
enum DeskLine {
  /// The session, while it stands and the day on which it was chosen lasts.
  static func session(_ request: LaptopRequest) throws -> FormRecord? {
    guard let chosen = request.memory.session, chosen.day == (try request.knowledge().today),
      let session = try request.reader.formRecord(RecordForms.session, chosen.row),
      !session.isVoided
    else { return nil }
    return session
  }

  static func html(_ request: LaptopRequest) throws -> HTML {
    guard let session = try session(request) else { return .empty }
    let language = request.language
    let title = try request.reader.title(of: session).text(in: language)
    return element("div", ["class": "message desk-line", "id": "desk-line"]) {
      element("p") {
        language.text(
          "Đang làm việc ở một buổi; lượt thăm mới thuộc buổi này: ",
          "You work at a session; new visits belong to it: ")
        link(SessionDesk.path(session), title)
      }
      actionForm(
        "\(DeskPage.path)/leave", BilingualText(vi: "Rời buổi này", en: "Leave the session"),
        request, isQuiet: true)
    }
  }

  /// What a visit that is begun at the session has in its form already.
  static func visitFields(
    _ request: LaptopRequest
  ) throws -> [(name: String, value: String)] {
    guard let session = try session(request) else { return [] }
    var fields = [(name: "session", value: session.header.codeText)]
    let channel: Int64? =
      switch session[SessionTable.kind]?.value?.integer {
      case 1: 2  // A Saturday is at the desk,
      case 2: 3  // a support point is its own place.
      default: nil
      }
    if let channel, let choice = ChoiceList.visitChannel[channel] {
      fields.append(("channel", choice.name))
    }
    return fields
  }
}
