import Replica
import SQLite
import SyncProtocol
import Synchronization

/// Years of birth that were opened before, each for as long as its row holds the very value that was
/// opened: a province's rates ask for a quarter of a million of them.
///
/// For the centre alone, whose keys are destroyed by erasures and by nothing else. Held in memory, at
/// most one entry of some 32 bytes a resident; once anybody is erased, all are opened anew.
package final class BirthYears: Sendable {
  /// Those of one reading.
  struct Book {
    fileprivate struct Known {
      let seal: Int
      let year: Int32
    }

    /// How many subjects were erased when they were opened.
    fileprivate let erasures: Int64
    fileprivate var places = RowNumbers()
    fileprivate var known: [Known] = []

    /// The year of a row as `open` finds it, or as it found the same value before.
    ///
    /// - Parameters:
    ///   - index: where the stored value stands.
    ///   - open: nil where it cannot be read, which is asked again each time.
    mutating func year(
      of row: RowID, _ statement: Statement, at index: Int, open: () throws -> Int64?
    ) throws -> Int64? {
      guard statement.type(at: index) == .blob else { return try open() }
      let seal = try statement.withBytes(at: index) { bytes in
        var hasher = Hasher()
        hasher.combine(bytes: bytes)
        return hasher.finalize()
      }
      let place = places[row.rawValue].map(Int.init)
      if let place, known[place].seal == seal { return Int64(known[place].year) }
      guard let year = try open() else { return nil }
      let opened = Known(seal: seal, year: Int32(clamping: year))
      if let place {
        known[place] = opened
      } else if let next = Int32(exactly: known.count) {
        places.set(row.rawValue, next)
        known.append(opened)
      }
      return year
    }
  }

  private let last = Mutex<Book?>(nil)

  /// Nothing is known.
  package init() {}

  /// Reads with what was opened before; within `Keyring.reading`.
  func reading<Result>(
    _ keyring: Keyring, _ body: (inout Book) throws -> Result
  ) throws -> Result {
    let erasures = try keyring.erasedCount
    let isLocked = try keyring.isLocked
    var book = last.withLock { known in
      if let known, known.erasures == erasures, !isLocked { return known }
      return Book(erasures: erasures)
    }
    let result = try body(&book)
    if !isLocked { last.withLock { $0 = book } }
    return result
  }
}
