import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// What nobody is named for at a session, such as people advised, counted by one press.
///
/// Each laptop has one tally of its own for each measure, which its presses change, so that two
/// laptops at one desk never write the same number. A press adds to what stands when it comes, so that
/// those of two tabs add up, and has a name, so that one which is sent twice counts once. A number that
/// is set says which one its page showed.
struct DeskTally {
  private let session: FormRecord
  private let request: LaptopRequest
  private let pressName: String
  private var language: Language { request.language }

  init(_ session: FormRecord, _ request: LaptopRequest) {
    self.session = session
    self.request = request
    var random = request.laptop.random
    pressName = PressBook.name(random: &random)
  }

  /// What stands of one measure.
  private struct Standing {
    /// All laptops together, as far as is known here.
    var total: Int64 = 0
    /// The tally that this laptop counts on; nil before its first press.
    var own: FormRecord?

    var ownCount: Int64 { own?[TallyTable.count]?.value?.integer ?? 0 }
  }

  private func standing() throws -> [Int64: Standing] {
    var filter = FormFilter()
    filter.values = [(TallyTable.session, .integer(session.header.id.rawValue))]
    var found: [Int64: Standing] = [:]
    for tally in try request.reader.formRecords(RecordForms.tally, filter, page: .all) {
      guard let measure = tally[TallyTable.measure]?.value?.integer else { continue }
      found[measure, default: Standing()].total += tally[TallyTable.count]?.value?.integer ?? 0
      // The first that was made here; one about a visit or a service is a matter of its own.
      if tally.header.id.replica == request.laptop.store.identity.replica,
        tally[TallyTable.visit] == nil, tally[TallyTable.service] == nil,
        found[measure]?.own.map({ $0.header.id > tally.header.id }) ?? true
      {
        found[measure]?.own = tally
      }
    }
    return found
  }

  /// The measures with their buttons.
  func html() throws -> HTML {
    let standing = try standing()
    return panel(id: "desk-tallies") {
      PageTable(
        BilingualText(vi: "Đếm nhanh", en: "Quick count"),
        columns: [
          .text(FieldLabel.words(of: "measure")),
          .number(BilingualText(vi: "Cả buổi", en: "Session")),
          .number(BilingualText(vi: "Máy này", en: "This laptop")),
          .text(BilingualText(vi: "Bấm một lần", en: "One press")),
          .text(BilingualText(vi: "Ghi số", en: "Set the number")),
        ],
        rows: ChoiceList.tallyMeasure.choices.map { choice in
          row(choice, standing[choice.number] ?? Standing())
        }, empty: BilingualText(same: ""),
        note: BilingualText(
          vi: "Các nút đổi số của máy này; số của máy khác đến khi đồng bộ.",
          en: "The buttons change this laptop's number; those of others come with a sync.")
      ).html(language)
    }
  }

  private func row(_ choice: ChoiceList.Choice, _ standing: Standing) -> PageTable.Row {
    let name = choice.words.text(in: language)
    let own = String(standing.ownCount)
    return PageTable.Row([
      .text(name.capitalizedHead),
      PageTable.number(Int(clamping: standing.total), language),
      PageTable.number(Int(clamping: standing.ownCount), language),
      element("div", ["class": "row-actions"]) {
        step("1", "+1", name, choice, own)
        if standing.ownCount > 0 { step("-1", "−1", name, choice, own) }
      },
      element("form", ["class": "set", "method": "post", "action": action]) {
        hidden(choice, own)
        element(
          "input",
          [
            "type": "text", "inputmode": "numeric", "name": "count", "value": own, "size": "5",
            "autocomplete": "off",
            "aria-label": language.text("Số của máy này: \(name)", "This laptop's number: \(name)"),
          ])
        element("button", ["type": "submit", "class": "quiet"]) { language.text("Ghi", "Set") }
      },
    ])
  }

  private var action: String { "\(SessionDesk.path(session))/tallies" }

  private func hidden(_ choice: ChoiceList.Choice, _ own: String) -> HTML {
    HTML.group {
      PageFrame.tokenField(request.formToken)
      element("input", ["type": "hidden", "name": "measure", "value": choice.name])
      element("input", ["type": "hidden", "name": "seen", "value": own])
    }
  }

  private func step(
    _ by: String, _ label: String, _ name: String, _ choice: ChoiceList.Choice, _ own: String
  ) -> HTML {
    element("form", ["class": "action", "method": "post", "action": action]) {
      hidden(choice, own)
      element("input", ["type": "hidden", "name": "by", "value": by])
      // Each button presses under a name of its own: another one is not the same press again.
      element(
        "input",
        ["type": "hidden", "name": "press", "value": "\(pressName)\(by)/\(choice.number)"])
      element(
        "button",
        [
          "type": "submit", "aria-label": "\(label) \(name)",
          "class": by == "1" ? nil : "quiet",
        ]
      ) { label }
    }
  }

  /// Does what a button asks.
  func press() throws -> PageNotice {
    guard let choice = request.form["measure"].flatMap(ChoiceList.tallyMeasure.parse) else {
      throw FieldError.noSuchRecord("tally")
    }
    let words = choice.words + BilingualText(same: ": ")
    do {
      return try answer(choice).headed(words)
    } catch FieldError.invalid(let problems) {
      return PageNotice(
        words + (problems.first?.kind.words ?? BilingualText(same: "")), isGood: false)
    }
  }

  private func answer(_ choice: ChoiceList.Choice) throws -> PageNotice {
    switch request.form["by"] {
    case "1": try add(1, to: choice)
    case "-1": try add(-1, to: choice)
    default: try set(choice)
    }
  }

  /// Adds to what stands now, whatever the page showed.
  private func add(_ step: Int64, to choice: ChoiceList.Choice) throws -> PageNotice {
    let name = request.form["press"] ?? ""
    return try request.laptop.writing { records, clock in
      try records.together(author: request.member, clock: clock) {
        let standing = try standing()[choice.number] ?? Standing()
        let count = max(0, standing.ownCount + step)
        guard try PressBook(records).note(name, at: clock.wall) else {
          return PageNotice(
            BilingualText(
              vi:
                "lần bấm này đã được tính rồi, máy này ghi \(standing.ownCount). Bấm nữa thì tính "
                + "thêm.",
              en: "this press was counted already, this laptop has \(standing.ownCount). Press "
                + "again to count another."), isGood: false)
        }
        if count != standing.ownCount {
          try write(String(count), choice, over: standing.own, records, clock)
        }
        return Self.has(String(count))
      }
    }
  }

  /// Sets the number, unless it became another than the page showed.
  private func set(_ choice: ChoiceList.Choice) throws -> PageNotice {
    // As a number is written, so that 007 is the 7 that stands.
    let typed = request.form["count"] ?? ""
    let wanted = (try? Format.parseInteger(typed)).map { String($0) } ?? typed
    let standing = try standing()[choice.number] ?? Standing()
    if standing.own != nil, wanted == String(standing.ownCount) { return Self.has(wanted) }
    guard request.form["seen"] == String(standing.ownCount) else {
      return PageNotice(
        BilingualText(
          vi: "chưa đổi gì, vì số của máy này đã thành \(standing.ownCount) ở nơi khác. Hãy xem "
            + "số rồi ghi lại nếu cần.",
          en: "nothing was changed, for this laptop's number became \(standing.ownCount) "
            + "elsewhere. Look at it, and set it again if need be."), isGood: false)
    }
    try request.laptop.writing { records, clock in
      try write(wanted, choice, over: standing.own, records, clock)
    }
    return Self.has(wanted)
  }

  private static func has(_ count: String) -> PageNotice {
    PageNotice(BilingualText(vi: "máy này ghi \(count).", en: "this laptop has \(count)."))
  }

  private func write(
    _ count: String, _ choice: ChoiceList.Choice, over own: FormRecord?, _ records: FieldStore,
    _ clock: ClockReading
  ) throws {
    let form = RecordForms.tally
    if let own {
      _ = try records.edit(
        form, own.header.id, FormDraft(form, ["count": count]), author: request.member,
        clock: clock)
      return
    }
    var texts = ["session": session.header.codeText, "measure": choice.name, "count": count]
    // Without a day of its own the session's day is today's.
    texts["date"] = session[SessionTable.date]?.value?.integer.map {
      Format.date(LocalDate(daysSince1970: Int(clamping: $0)))
    }
    _ = try records.add(form, FormDraft(form, texts), author: request.member, clock: clock)
  }
}
