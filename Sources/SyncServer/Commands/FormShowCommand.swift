import CommandLine
import FieldWork
import Listings

/// `campaign show` and the like.
struct FormShowCommand: Command {
  let context: CommandContext
  let form: RecordForm

  var name: [String] { [form.noun, "show"] }
  var abstract: BilingualText {
    BilingualText(vi: "xem \(form.words.vietnamese)", en: "show: \(form.words.english)")
  }
  var arguments: [Argument] { [FormArguments.record(form)] }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let report = try context.centre(invocation).read { reader in
      let id = try reader.resolve(invocation.requiredText("record"), of: form)
      guard let record = try reader.formRecord(form, id) else {
        throw FieldError.noSuchRecord(form.table.name)
      }
      return try FormReport(record, reader)
    }
    report.write(to: console)
    return .done
  }
}

/// `campaign list` and the like.
struct FormListCommand: Command {
  let context: CommandContext
  let form: RecordForm

  var name: [String] { [form.noun, "list"] }
  var abstract: BilingualText {
    BilingualText(vi: "danh sách: \(form.words.vietnamese)", en: "list: \(form.words.english)")
  }
  var arguments: [Argument] { FormArguments.list(form) }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let listing = try context.centre(invocation).read { reader in
      try FormListing(
        form, try FormArguments.filter(invocation, form, reader, today: context.today),
        ListPage(invocation), reader)
    }
    listing.write(to: console)
    return .done
  }
}
