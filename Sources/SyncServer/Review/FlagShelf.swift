import FieldWork
import SyncProtocol

/// Flags that were looked for already. A campaign's week takes seconds to look through, for which
/// nobody waits: there they are looked for beside the pages.
final class FlagShelf: Sendable {
  /// More visits than this are looked through while nobody waits: some tenths of a second.
  static let foundAtOnce = 10_000
  /// After a search of many visits the next one begins no sooner.
  static let restMilliseconds: Int64 = 60_000

  private let foundAtOnce: Int
  private let shelf = Shelf<Period, FlagSheet>(maximumCount: 4)
  private let search = SearchBeside<Looked>(restMilliseconds: restMilliseconds)

  /// The flags of all visits, and how far their scopes had come.
  private struct Looked: Sendable {
    let sheet: FlagSheet
    let arrivals: [ScopeID: Int64]
  }

  /// - Parameter foundAtOnce: so many visits are looked through while somebody waits.
  init(foundAtOnce: Int = FlagShelf.foundAtOnce) { self.foundAtOnce = foundAtOnce }

  /// When what pages show was looked for beside them, in milliseconds; 0 before that.
  var lastFound: Int64 { search.lastFound }

  /// The flags of a period's visits as they are now, however long it takes: found among all visits,
  /// so that a visit has the same ones whatever days are asked for.
  func sheet(_ period: Period, _ reader: RecordReader) throws -> FlagSheet {
    let days = try reader.visitDays() ?? period
    let sheet = try shelf.value(for: days, reader) { try reader.flagSheet(days) }
    // Of too many the latest are looked through, and earlier ones for whoever asks for their days.
    guard sheet.isPart, period.from < sheet.period.from else { return sheet }
    return try shelf.value(for: period, reader) { try reader.flagSheet(period) }
  }

  /// The same for a page, which waits for no search of many visits: where nothing came since, those of
  /// now, and else those of some time ago or none yet.
  ///
  /// - Parameter waits: for the first search all the same, as files and commands do.
  func finding(
    _ period: Period, _ reader: RecordReader, of centre: Centre, waits: Bool = false
  ) throws -> FlagFinding {
    let isLarge = try reader.hasMoreVisits(than: foundAtOnce)
    guard isLarge, !search.hasFailed else {
      let sheet = try sheet(period, reader)
      if isLarge { search.forgetFailure() }
      return FlagFinding(of: sheet)
    }
    let found = try search.found(reader, of: centre) { reader in
      Looked(
        sheet: try reader.flagSheet(try reader.visitDays() ?? period),
        arrivals: try reader.scopeArrivals())
    }
    guard let found else { return waits ? FlagFinding(of: try sheet(period, reader)) : .looking }
    let (sheet, before) = (found.value.sheet, found.value.arrivals)
    if sheet.isPart, period.from < sheet.period.from,
      try !reader.hasMoreVisits(than: foundAtOnce, in: period)
    {
      return FlagFinding(of: try self.sheet(period, reader))
    }
    guard !found.isCurrent else { return FlagFinding(of: sheet, at: found.at) }
    return FlagFinding(
      of: sheet, at: found.at, isCurrent: false,
      moved: try reader.scopeArrivals().filter { before[$0.key] != $0.value }.map(\.key))
  }

  /// Begins to look through many visits before anybody asks.
  func prepare(_ reader: RecordReader, of centre: Centre) throws {
    guard try reader.hasMoreVisits(than: foundAtOnce), let days = try reader.visitDays() else {
      return
    }
    _ = try finding(days, reader, of: centre)
  }
}
