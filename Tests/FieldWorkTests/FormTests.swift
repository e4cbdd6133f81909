import Replica
import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct FormTests {
  private let forms = RecordForms.ofField + RecordForms.ofCentre

  @Test func `every form covers its table, with one option a field`() {
    for form in forms {
      let options = form.fields.map(\.option)
      #expect(Set(options).count == options.count, "\(form.noun)")
      let reserved = ["record", "apply", "reason", "undo", "voided", "period", "offset", "as"]
      #expect(Set(options).isDisjoint(with: reserved), "\(form.noun)")
      let covered = Set(form.fields.map(\.definition.id))
      let known = ["number", "void_reason"]
      // The program opens a hamlet's scope, and a reform alone says since when and until when it is.
      let ofHamlets = ["household_scope", "valid_from", "valid_to"]
      let missing = form.table.fields.filter {
        !covered.contains($0.id) && !known.contains($0.name)
          && !(form.noun == "hamlet" && ofHamlets.contains($0.name))
      }
      #expect(missing.isEmpty, "\(form.noun): \(missing.map(\.name))")
      #expect(form.fields.allSatisfy { form.table[$0.definition.id] != nil }, "\(form.noun)")
    }
    #expect(Set(forms.map(\.noun)).count == forms.count)
  }

  @Test func `every choice has words in both languages, one name and one number`() {
    var lists: [ChoiceList] = [.visitChannel, .beneficiary]
    for rule in forms.flatMap(\.fields).map(\.rule) {
      switch rule {
      case .choice(let list): lists.append(list)
      case .choices(let several, _): lists += several.values
      default: break
      }
    }
    for list in lists {
      #expect(Set(list.names).count == list.choices.count)
      #expect(Set(list.choices.map(\.number)).count == list.choices.count)
      for choice in list.choices {
        #expect(!choice.words.vietnamese.isEmpty && !choice.words.english.isEmpty)
        for typed in [choice.name, choice.words.vietnamese, String(choice.number)] {
          #expect(list.parse(typed) == choice, "\(typed)")
        }
      }
    }
  }

  @Test func `a laptop cannot write the directory, and the centre lets it nothing through`() throws
  {
    let world = try FieldWorld()
    let draft = FormDraft(
      RecordForms.campaign, ["name": "Đợt", "from": "01/10/2026", "to": "31/12/2026"])
    let author = try world.member()
    let refused = fieldError {
      _ = try world.laptop.add(
        RecordForms.campaign, draft, author: author, clock: world.clock())
    }
    #expect(refused == .notTheCentre)
    let saved = try world.centre.add(
      RecordForms.campaign, draft, author: nil, clock: world.clock())
    try world.sync(world.laptop)
    #expect(try world.laptop.reader.formRecord(RecordForms.campaign, saved.id) != nil)
  }

  @Test func `the centre asks the rules of the form again of what a laptop wrote`() throws {
    let world = try FieldWorld()
    let author = try world.member()
    let session = try world.laptop.add(
      RecordForms.session, FormDraft(RecordForms.session, ["kind": "saturday", "place": "Xóm 1"]),
      author: author, clock: world.clock())
    try world.laptop.store.commit(author: author, clock: world.clock()) { act in
      try act.write(
        SessionTable.definition, session.id,
        [
          (SessionTable.kind, .integer(99)), (SessionTable.startMinute, .integer(2_000)),
          (SessionTable.note, .text("số 040187001234")), (SessionTable.date, .integer(5)),
        ])
    }
    try world.sync(world.laptop)
    let reviews = try world.centre.reviews(openOnly: true)
    #expect(
      Set(reviews.compactMap(\.fieldName)) == ["kind", "start_minute", "note", "date"],
      "\(reviews.map(\.fieldName))")
  }

  @Test func `a conflict about a field of a form reads and is settled in its words`() throws {
    let world = try FieldWorld(laptopsOf: ["Tổ Xóm 1", "Tổ Xóm 1"])
    let author = try world.member()
    let task = try world.laptop.add(
      RecordForms.task, FormDraft(RecordForms.task, ["title": "Báo cáo"]), author: author,
      clock: world.clock())
    for laptop in world.laptops { try world.sync(laptop) }
    for (laptop, status) in zip(world.laptops, ["doing", "dropped"]) {
      _ = try laptop.edit(
        RecordForms.task, task.id, FormDraft(RecordForms.task, ["status": status]),
        author: author, clock: world.clock())
    }
    for laptop in world.laptops + world.laptops { try world.sync(laptop) }
    let code = try #require(task.code?.text)
    let record = try world.centre.locate(code)
    let words = try world.centre.history(of: record, field: "status").entries.compactMap(\.new)
    #expect(Set(words.map(\.english)) == ["open", "doing", "dropped"])
    let typed = try TypedValue.parse(
      "đã xong", TaskTable.status, of: TaskTable.definition, world.centre.reader,
      today: day("2026-11-18"))
    #expect(typed == .integer(3))
    // Nobody is born after today, whichever page they are typed on.
    #expect(
      fieldError {
        _ = try TypedValue.parse(
          "2027", ResidentTable.birthYear, of: ResidentTable.definition, world.centre.reader,
          today: day("2026-11-18"))
      } != nil)
  }

  @Test func `a date must be typed where the clock cannot be trusted`() throws {
    let world = try FieldWorld()
    world.pass(hours: 48)
    let author = try world.member()
    let found = problems {
      _ = try world.laptop.add(
        RecordForms.difficulty, FormDraft(RecordForms.difficulty, ["reason-code": "no-network"]),
        author: author, clock: world.clock())
    }
    #expect(found.map(\.code) == ["date-must-be-typed"])
  }

  @Test func `a preview names every change and writes nothing`() throws {
    let world = try FieldWorld()
    let draft = FormDraft(RecordForms.service, ["code": "ai", "name": "Trợ lý AI"])
    let changes = try world.centre.preview(
      RecordForms.service, draft, author: nil, clock: world.clock())
    #expect(changes.changes.map(\.fieldName) == ["code", "name"])
    #expect(try world.centre.reader.formCount(RecordForms.service, FormFilter()) == 0)
  }
}
