import CommandLine
import FieldWork

/// `campaign list`, `session list` and the like.
package struct FormListCommand: Command {
  let workplace: any Workplace
  let form: RecordForm

  /// The words that call it.
  package var name: [String] { [form.noun, "list"] }
  /// What it does.
  package var abstract: BilingualText {
    BilingualText(vi: "danh sách: \(form.words.vietnamese)", en: "list: \(form.words.english)")
  }
  /// Which of them.
  package var arguments: [Argument] { FormArguments.list(form) }

  /// The command at a laptop or at the centre.
  package init(at workplace: any Workplace, form: RecordForm) {
    self.workplace = workplace
    self.form = form
  }

  /// Lists the records.
  package func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    try workplace.read(invocation, console) { reader, today in
      try FormListing(
        form, try FormArguments.filter(invocation, form, reader, today: today),
        ListPage(invocation), reader)
    }.write(to: console)
    return .done
  }
}

/// `campaign show`, `session show` and the like.
package struct FormShowCommand: Command {
  let workplace: any Workplace
  let form: RecordForm

  /// The words that call it.
  package var name: [String] { [form.noun, "show"] }
  /// What it does.
  package var abstract: BilingualText {
    BilingualText(vi: "xem \(form.words.vietnamese)", en: "show: \(form.words.english)")
  }
  /// The record.
  package var arguments: [Argument] { [FormArguments.record(form)] }

  /// The command at a laptop or at the centre.
  package init(at workplace: any Workplace, form: RecordForm) {
    self.workplace = workplace
    self.form = form
  }

  /// Shows one record.
  package func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    try workplace.read(invocation, console) { reader, _ in
      let id = try reader.resolve(invocation.requiredText("record"), of: form)
      guard let record = try reader.formRecord(form, id) else {
        throw FieldError.noSuchRecord(form.table.name)
      }
      return try FormReport(record, reader)
    }.write(to: console)
    return .done
  }
}
