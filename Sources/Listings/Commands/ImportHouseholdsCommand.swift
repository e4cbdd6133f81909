import CommandLine
import FieldWork
import Replica

/// `import households FILE`: a preview, and with `--apply` the records.
package struct ImportHouseholdsCommand: Command {
  let workplace: any Workplace
  /// The words that call it.
  package let name = ["import", "households"]
  /// What it does.
  package let abstract = HouseholdListArguments.abstract
  /// The file, and how to read it.
  package let arguments = HouseholdListArguments.arguments

  /// The command at a laptop or at the centre.
  package init(at workplace: any Workplace) { self.workplace = workplace }

  /// Reads the file, and writes what it says where the line wants that.
  package func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let bytes = try HouseholdListArguments.bytes(invocation)
    let report = try workplace.perform(invocation, console) { records, author, clock in
      try Self.requireReadableNames(records.store, console)
      let isLaptop = records.store.identity.role == .laptop
      return try HouseholdListArguments.run(
        invocation, bytes, records, author: author,
        heldScopes: isLaptop ? records.store.grantedScopes() : nil, clock: clock, console)
    }
    report.write(to: console)
    return report.exitCode
  }

  /// A list is compared with the names on record: where nobody can read them, every line would be
  /// taken for new and written twice.
  private static func requireReadableNames(_ store: Store, _ console: Console) throws {
    guard try !store.showsNoSealedValues() else {
      throw Failure(
        "names-locked", .refusedForSafety,
        BilingualText(
          vi: "Dữ liệu ở đây lấy từ bản sao lưu và chưa hiện tên, nên không thể biết ai đã có "
            + "trong sổ; chưa ghi gì. Hãy để các máy gửi nhận xong rồi nhập lại.",
          en: "The data here came from a backup and show no names yet, so nobody can tell who is "
            + "on record already; nothing was written. Have the laptops sync, then import again."))
    }
    let missing = Int(clamping: try store.missingKeyCount())
    guard missing > 0 else { return }
    console.note(
      BilingualText(
        vi: "\(missing) khóa chưa về: tên và số điện thoại gắn với chúng không so sánh được, nên "
          + "người đã có trong sổ có thể bị coi là mới. Xem “resident duplicates” khi khóa đã về.",
        en: "\(counted(missing, "key has", "keys have")) not come: names and telephone numbers "
          + "under them cannot be compared, so somebody on record may be taken for new. Look at "
          + "“resident duplicates” when the keys are here."))
  }
}

/// `import undo CODE`.
package struct ImportUndoCommand: Command {
  let workplace: any Workplace
  /// The words that call it.
  package let name = ["import", "undo"]
  /// What it does.
  package let abstract = ImportUndoReport.abstract
  /// The import.
  package let arguments = ImportUndoReport.arguments

  /// The command at a laptop or at the centre.
  package init(at workplace: any Workplace) { self.workplace = workplace }

  /// Takes an import back.
  package func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let report = try workplace.perform(invocation, console) { records, author, clock in
      try ImportUndoReport.run(invocation, records, author: author, clock: clock, console)
    }
    report.write(to: console)
    return report.exitCode
  }
}

/// `import list`.
package struct ImportListCommand: Command {
  let workplace: any Workplace
  /// The words that call it.
  package let name = ["import", "list"]
  /// What it does.
  package let abstract = ImportListing.abstract
  /// Which part of the list.
  package let arguments = ImportListing.arguments

  /// The command at a laptop or at the centre.
  package init(at workplace: any Workplace) { self.workplace = workplace }

  /// Lists the imports.
  package func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    try workplace.read(invocation, console) { reader, _ in try ImportListing(invocation, reader) }
      .write(to: console)
    return .done
  }
}
