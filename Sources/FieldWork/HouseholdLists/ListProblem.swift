/// Something in a list of households that cannot be taken, with its line in the file.
package struct ListProblem: Error, Equatable, Sendable {
  /// What is wrong.
  package enum Kind: Equatable, Sendable {
    /// The file is no text that can be read.
    case unreadable(FileText.Problem)
    /// The file cannot be read as a table.
    case notATable(CSVTable.Problem)
    /// No line looks like a header.
    case headerMissing
    /// Two columns hold the same; their headers.
    case columnTwice(ListColumn, headers: [String])
    /// A column that a person named is not in the file.
    case columnUnknown(String)
    /// Nothing says to which hamlet households belong.
    case hamletMissing
    /// Nothing says to which household people belong.
    case householdMissing
    /// A row with more cells than the header.
    case tooManyCells(expected: Int, found: Int)
    /// A cell that the record does not take.
    case field(FieldProblem)
    /// A hamlet that cannot be found, or not written to.
    case place(FieldError)
    /// Letters were lost when the file was saved: question marks stand in their place.
    case lettersLost(ListColumn)
    /// A row before any that names a household.
    case noHouseholdYet
    /// A decision names a line on which nothing is to be decided.
    case nothingToDecide
    /// A decision names a record that cannot be the one of the line.
    case wrongRecord(String)
  }

  /// The line of the file, from 1.
  package let line: Int
  /// What is wrong.
  package let kind: Kind

  init(_ line: Int, _ kind: Kind) {
    self.line = line
    self.kind = kind
  }

  /// Whether nothing of the file can be taken.
  package var concernsAll: Bool {
    switch kind {
    case .unreadable, .notATable, .headerMissing, .columnTwice, .columnUnknown, .hamletMissing,
      .householdMissing, .nothingToDecide, .wrongRecord:
      true
    case .tooManyCells, .field, .place, .lettersLost, .noHouseholdYet: false
    }
  }

  /// The stable code.
  package var code: String {
    switch kind {
    case .unreadable(let problem): problem.code
    case .notATable: "not-a-table"
    case .headerMissing: "header-missing"
    case .columnTwice: "column-twice"
    case .columnUnknown: "column-unknown"
    case .hamletMissing: "hamlet-missing"
    case .householdMissing: "household-missing"
    case .tooManyCells: "too-many-cells"
    case .field(let problem): problem.code
    case .place(let error): error.code
    case .lettersLost: "letters-lost"
    case .noHouseholdYet: "no-household-yet"
    case .nothingToDecide: "nothing-to-decide"
    case .wrongRecord: "wrong-record"
    }
  }
}

extension FileText.Problem {
  /// The stable code.
  package var code: String {
    switch self {
    case .brokenUTF16: "broken-utf-16"
    case .unknownLetters: "letters-unknown"
    case .workbook: "workbook"
    }
  }
}
