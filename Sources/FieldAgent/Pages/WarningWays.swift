import FieldWork
import SyncProtocol

extension RecordReader {
  /// The ways to the records that the warnings about a saved one are about, to compare or mend them.
  func ways(to warnings: [RecordWarning]) throws -> [(path: String, words: BilingualText)] {
    var rows: [RowID] = []
    for warning in warnings {
      switch warning {
      case .dossierOfAnother(let found), .dossierOfAnotherDay(let found, _),
        .dossierCodeUsed(let found):
        rows += found.filter { !rows.contains($0) }
      case .assistOfAnother(let assist): rows.append(assist)
      default: break
      }
    }
    return try rows.prefix(10).map { row in
      let code = try codeText(of: row)
      let kind = (try? RecordCode(parsing: code))?.kind
      return (
        RecordPath.of(code) ?? TodayPage.path,
        BilingualText(vi: "Xem ", en: "Look at ")
          + (try kind.map { $0.words + BilingualText(same: " ") + (try called(row, $0)) }
            ?? BilingualText(same: code))
      )
    }
  }
}
