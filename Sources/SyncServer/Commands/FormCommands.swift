import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// The commands of every kind that a form describes. What changes shared data only shows what it
/// would do until `--apply` is said.
enum FormCommands {
  static let apply = Argument.flag(
    "apply",
    BilingualText(vi: "ghi thật; nếu không thì chỉ cho xem", en: "write it; otherwise only show"))

  static func acts(_ context: CommandContext) -> [any Command] {
    forms.flatMap { form -> [any Command] in
      let changes = [true, false].map {
        FormChangeCommand(context: context, form: form, isNew: $0)
      }
      // What cannot be taken back is not loaded by the hundred: `import` knows the roster's files.
      guard form.canVoid else { return changes }
      return changes + [
        FormVoidCommand(context: context, form: form),
        FormLoadCommand(context: context, form: form),
      ]
    }
  }

  /// The commands that look at records of forms.
  static func lists(_ context: CommandContext) -> [any Command] {
    forms.flatMap { form -> [any Command] in
      let show = FormShowCommand(at: context, form: form)
      return form.canVoid ? [FormListCommand(at: context, form: form), show] : [show]
    }
  }

  private static let forms = RecordForms.ofCentre + RecordForms.ofField
}

/// `campaign add`, `campaign edit` and the like.
struct FormChangeCommand: Command {
  let context: CommandContext
  let form: RecordForm
  let isNew: Bool

  var name: [String] { [form.noun, isNew ? "add" : "edit"] }
  var abstract: BilingualText {
    isNew
      ? BilingualText(vi: "thêm \(form.words.vietnamese)", en: "add: \(form.words.english)")
      : BilingualText(vi: "sửa \(form.words.vietnamese)", en: "change: \(form.words.english)")
  }
  var arguments: [Argument] {
    (isNew ? [] : [FormArguments.record(form)]) + FormArguments.fields(form, isNew: isNew)
      + [FormCommands.apply]
  }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let draft = FormArguments.draft(invocation, form, isNew: isNew)
    let centre = try context.centre(invocation)
    let isApplied = invocation.flag("apply")
    do {
      // One moment for what is shown and what is written.
      let outcome = try centre.perform { records, clock -> FormOutcome in
        let author = try records.coordinator(invocation)
        try ServedUnits(centre.settings.place, records.reader).check(form, draft)
        let id =
          try isNew
          ? nil : records.reader.resolve(invocation.requiredText("record"), of: form)
        let preview = try records.preview(form, draft, of: id, author: author, clock: clock)
        guard isApplied else {
          return FormOutcome(
            form: form, isNew: isNew, preview: preview, saved: nil,
            code: try id.map { try records.reader.codeText(of: $0, in: form.table) })
        }
        let saved =
          if let id {
            try records.edit(form, id, draft, author: author, clock: clock)
          } else {
            try records.add(form, draft, author: author, clock: clock)
          }
        return FormOutcome(
          form: form, isNew: isNew, preview: preview, saved: saved,
          code: try records.reader.codeText(of: saved.id, in: form.table))
      }
      outcome.write(to: console)
      return .done
    } catch FieldError.invalid(let problems) {
      throw FormFailure.failure(form, problems)
    }
  }
}

/// What a command of a form did, or would do.
private struct FormOutcome: Sendable {
  let form: RecordForm
  let isNew: Bool
  let preview: FormPreview
  let saved: SavedRecord?
  let code: String?

  private var warnings: [RecordWarning] { saved?.warnings ?? preview.rivals }

  func write(to console: Console) {
    guard !console.isJSON else { return console.json(json(console.language)) }
    let language = console.language
    for change in preview.changes {
      let old = change.old.map { "\($0.text(in: language)) → " } ?? ""
      console.write(
        "\(change.fieldWords.text(in: language)): \(old)\(change.new.text(in: language))\n")
    }
    guard saved != nil, let code else {
      for case .versionOfSameDay(let others) in preview.rivals {
        console.note(ProcedureVersion.words(ofRivals: others))
      }
      return console.say(
        BilingualText(
          vi: "Mới chỉ xem thử: chưa ghi gì. Để ghi thật, thêm --apply.",
          en: "This was a preview: nothing was written. To write it, add --apply."))
    }
    console.say(
      BilingualText(
        vi: "Đã lưu \(form.words.vietnamese) \(code).",
        en: "Saved: \(form.words.english) \(code)."))
    for warning in warnings { console.note(warning.words) }
  }

  private func json(_ language: Language) -> JSONValue {
    [
      "applied": .bool(saved != nil), "code": .text(orNull: code),
      "id": .text(orNull: saved.map { String($0.id.rawValue) }),
      "changes": .array(
        preview.changes.map {
          [
            "field": .text($0.fieldName),
            "old": .text(orNull: $0.old?.text(in: language)),
            "new": .text($0.new.text(in: language)),
          ]
        }),
      "warnings": .array(warnings.map { ["code": .text($0.code)] }),
    ]
  }
}

/// `campaign void` and the like.
struct FormVoidCommand: Command {
  let context: CommandContext
  let form: RecordForm

  var name: [String] { [form.noun, "void"] }
  var abstract: BilingualText { VoidArguments.abstract(form.words) }
  var arguments: [Argument] {
    [FormArguments.record(form)] + VoidArguments.list + [FormCommands.apply]
  }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let reason = try VoidArguments.reason(invocation)
    let isApplied = invocation.flag("apply")
    let done = try context.centre(invocation).perform { records, clock -> Done in
      let author = try records.coordinator(invocation)
      let id = try records.reader.resolve(invocation.requiredText("record"), of: form)
      if isApplied {
        if let reason {
          try records.void(form, id, reason: reason, author: author, clock: clock)
        } else {
          try records.restore(form, id, author: author, clock: clock)
        }
      }
      return Done(
        code: try records.reader.codeText(of: id, in: form.table), id: id.rawValue,
        warnings: reason == nil ? try warnings(ofUndone: id, records.reader) : [])
    }
    if isApplied {
      VoidArguments.answer(
        code: done.code, id: done.id, form.words, isUndone: reason == nil,
        warnings: done.warnings, console)
    } else if console.isJSON {
      console.json([
        "applied": false, "code": .text(done.code), "id": .text(String(done.id)),
        "warnings": VoidArguments.json(done.warnings),
      ])
    } else {
      for warning in done.warnings { console.note(warning.words) }
      console.say(
        BilingualText(
          vi: "Mới chỉ xem thử \(form.words.vietnamese) \(done.code): chưa ghi gì. Thêm --apply để "
            + "ghi.",
          en: "A preview for \(form.words.english) \(done.code): nothing was written. Add "
            + "--apply."))
    }
    return .done
  }
  /// What was done to which record.
  private struct Done: Sendable {
    let code: String
    let id: Int64
    let warnings: [VoidArguments.Warning]
  }

  /// What stands beside a record that is no longer voided.
  private func warnings(
    ofUndone id: RowID, _ reader: RecordReader
  ) throws -> [VoidArguments.Warning] {
    let others = try reader.formRecord(form, id).map { try reader.rivals(of: $0) } ?? 0
    guard others > 0 else { return [] }
    return [
      VoidArguments.Warning(
        code: RecordWarning.versionOfSameDay(others).code,
        words: ProcedureVersion.words(ofRivals: others))
    ]
  }
}
