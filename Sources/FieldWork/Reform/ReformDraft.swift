import SyncProtocol

extension RecordReader {
  /// The reform of 1 July 2025 for the units that this centre has, as a file to check and carry out.
  ///
  /// Where a unit was split the list does not know which hamlet went where; its rows say part, and
  /// each hamlet needs a row of its own.
  package func draftOfNationalReform() throws -> String {
    let map = try PlaceMap(self)
    let day = Commune.validFrom
    var lines = [ReformFile.columns.joined(separator: ",")]
    let units = Set(map.entries.filter { $0.isValid(on: day.adding(days: -1)) }.map(\.unit))
    for code in units.sorted() {
      guard let former = Communes.formerCommune(code: code) else { continue }
      for successor in former.successors {
        guard let new = Communes.commune(code: successor.code) else { continue }
        lines.append(
          [
            code, former.fullName, "", day.adding(days: -1).iso, new.code, new.fullName, "",
            day.iso, successor.isPart ? "part" : "whole",
          ].joined(separator: ","))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
