import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// `session add` and the like: a new record of a kind that a form describes.
struct FormAdd: LaptopCommand {
  let surroundings: Surroundings
  let form: RecordForm

  var name: [String] { [form.noun, "add"] }
  var abstract: BilingualText {
    BilingualText(vi: "ghi \(form.words.vietnamese)", en: "record: \(form.words.english)")
  }
  var arguments: [Argument] { FormArguments.fields(form, isNew: true) }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let recording = try Recording(self, invocation, console)
    let draft = FormArguments.draft(invocation, form, isNew: true)
    return try recording.save(form, isNew: true) {
      try $0.add(form, draft, author: $1, clock: $2)
    }
  }
}

/// `session edit` and the like: what is not named stays; an empty text empties a field.
struct FormEdit: LaptopCommand {
  let surroundings: Surroundings
  let form: RecordForm

  var name: [String] { [form.noun, "edit"] }
  var abstract: BilingualText {
    BilingualText(vi: "sửa \(form.words.vietnamese)", en: "change: \(form.words.english)")
  }
  var arguments: [Argument] {
    [FormArguments.record(form)] + FormArguments.fields(form, isNew: false)
  }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let recording = try Recording(self, invocation, console)
    let id = try recording.laptop.records.reader.resolve(
      invocation.requiredText("record"), of: form)
    let draft = FormArguments.draft(invocation, form, isNew: false)
    return try recording.save(form, isNew: false) {
      try $0.edit(form, id, draft, author: $1, clock: $2)
    }
  }
}

extension Recording {
  /// Writes what a form describes, and answers with the record's code once it is on disk.
  fileprivate func save(
    _ form: RecordForm, isNew: Bool,
    _ write: (FieldStore, RowID, ClockReading) throws -> SavedRecord
  ) throws -> ExitCode {
    do {
      let saved = try laptop.writing { try write($0, author, $1) }
      let code = try laptop.records.reader.codeText(of: saved.id, in: form.table)
      try answer(saved, code: code, form.words, isNew: isNew)
      return .done
    } catch FieldError.invalid(let problems) {
      throw FormFailure.failure(form, problems)
    }
  }
}
