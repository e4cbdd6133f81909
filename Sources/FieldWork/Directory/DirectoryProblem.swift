/// Something in a file of the directory that cannot be taken, with its line.
package struct DirectoryProblem: Error, Equatable, Sendable {
  /// The files.
  package enum File: String, Sendable, CaseIterable {
    /// Hamlets and residential groups.
    case hamlets = "hamlets.csv"
    /// Teams and their members.
    case members = "members.csv"
    /// What units and hamlets became.
    case reform = "reform.csv"
  }

  /// What is wrong.
  package enum Kind: Equatable, Sendable {
    /// The file cannot be read as a table.
    case unreadable(CSVTable.Problem)
    /// A column that the file must have.
    case missingColumn(String)
    /// A row with another number of cells than the header.
    case cellCount(expected: Int, found: Int)
    /// A cell, by its column.
    case cell(column: String, FieldProblem.Kind)
    /// A commune that this centre does not serve.
    case foreignCommune(String)
    /// The same hamlet or member stands on an earlier line.
    case duplicate(ofLine: Int)
    /// No hamlet of the name is in the files or the store.
    case unknownHamlet(String)
    /// The name is that of hamlets in several communes: write 17713/name.
    case ambiguousHamlet(String)
  }

  /// The file.
  package let file: File
  /// The line, from 1.
  package let line: Int
  /// What is wrong.
  package let kind: Kind

  /// A problem of a line.
  package init(_ file: File, line: Int, _ kind: Kind) {
    self.file = file
    self.line = line
    self.kind = kind
  }
}
