/// Something in the file of a reform that cannot be taken, with its line.
package struct ReformProblem: Error, Equatable, Sendable {
  /// What is wrong.
  package enum Kind: Equatable, Sendable {
    /// What may be wrong with any file of the directory.
    case directory(DirectoryProblem.Kind)
    /// The file has a header and nothing else.
    case noRows
    /// The last day of the old is not the day before the first of the new.
    case daysDoNotMeet(last: LocalDate, first: LocalDate)
    /// Another first day than the rows before: a reform has one.
    case otherDay(LocalDate, LocalDate)
    /// The code names another unit on that day.
    case nameOfAnother(code: String, typed: String, known: String)
    /// The same change stands on an earlier line.
    case duplicate(ofLine: Int)
    /// No list and no row of the centre knows the unit on the day before.
    case unknownUnit(String)
    /// No list knows the new unit, and the file does not name it.
    case newNameNeeded(String)
    /// The whole goes to one unit or hamlet, and some of it to another.
    case wholeAndMore(line: Int)
    /// The unit has no hamlet of the name.
    case unknownHamlet(String)
    /// A hamlet of the new name stays as it is; the file must say that it becomes the same.
    case hamletToJoin(String)
    /// The unit has several hamlets of the name.
    case severalHamlets(String)
  }

  /// The line, from 1.
  package let line: Int
  /// What is wrong.
  package let kind: Kind

  /// A problem of a line.
  package init(line: Int, _ kind: Kind) {
    self.line = line
    self.kind = kind
  }
}
