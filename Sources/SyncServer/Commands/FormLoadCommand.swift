import CommandLine
import FieldWork
import Listings
import Replica

/// `calendar load FILE.csv` and the like: many records at once, all of them or none.
struct FormLoadCommand: Command {
  let context: CommandContext
  let form: RecordForm

  var name: [String] { [form.noun, "load"] }
  var abstract: BilingualText {
    BilingualText(
      vi: "nhập nhiều \(form.words.vietnamese) từ tệp CSV",
      en: "load many from a CSV file: \(form.words.english)")
  }
  var arguments: [Argument] {
    let columns = form.fields.map(\.option).joined(separator: ", ")
    return [
      .positional(
        "file", BilingualText(vi: "tệp CSV; các cột: \(columns)", en: "columns: \(columns)")),
      FormCommands.apply,
    ]
  }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let path = invocation.requiredText("file")
    let bytes = try HomeFolder.readNamed(path, maximumBytes: CSVTable.byteLimit)
    let isApplied = invocation.flag("apply")
    do {
      let file = try FormFile(form, bytes)
      let load = try context.centre(invocation).perform { records, clock in
        try records.load(
          file, isDryRun: !isApplied, author: try records.coordinator(invocation), clock: clock)
      }
      say(load, isApplied: isApplied, console)
      return .done
    } catch let problem as FormFile.Problem {
      throw Failure("file-invalid", .userError, problem.words)
    }
  }

  private func say(_ load: FormLoad, isApplied: Bool, _ console: Console) {
    guard !console.isJSON else {
      return console.json([
        "applied": .bool(isApplied), "added": .integer(Int64(load.added)),
        "unchanged": .integer(Int64(load.unchanged)),
        "same_day_versions": .integer(Int64(load.rivals)),
      ])
    }
    console.say(
      BilingualText(
        vi: "\(form.words.vietnamese): \(load.added) mới, \(load.unchanged) đã có.",
        en: "\(form.words.english): \(load.added) new, \(load.unchanged) on record already."))
    if load.rivals > 0 {
      console.note(
        BilingualText(
          vi: "\(load.rivals) bản mới trùng thủ tục, đơn vị và ngày bắt đầu với bản khác trong tệp "
            + "hoặc đã có: bản ghi sau cùng được dùng. Nếu không phải cố ý, hãy bỏ bản sai; "
            + "“\(form.noun) list” ghi rõ ở cột Lưu ý.",
          en: "\(counted(load.rivals, "new version has", "new versions have")) the procedure, unit "
            + "and first day of another, in the file or on record: the one that was recorded last "
            + "holds. Unless that is meant, drop the wrong one; “\(form.noun) list” marks them "
            + "under Remarks."))
    }
    guard !isApplied else { return }
    console.say(
      BilingualText(
        vi: "Mới chỉ xem thử: chưa ghi gì. Để ghi thật, thêm --apply.",
        en: "This was a preview: nothing was written. To write it, add --apply."))
  }
}
