import FieldWork
import Replica
import SyncProtocol

/// When each of the bundles came that a laptop carries: their files say no time, on purpose. A line for
/// each, and nothing is lost with the file but these days.
struct CourierDates {
  private let path: String

  /// - Parameter folder: the folder of what is carried.
  init(in folder: String) { path = "\(folder)/since" }

  /// Notes that a bundle came.
  func note(_ stem: String, at time: Timestamp) throws {
    var lines = known
    lines[stem] = time.rawValue
    // Of those that went long ago nothing has to be known.
    let kept = lines.sorted { $0.value > $1.value }.prefix(2 * Courier.maximumBundles)
    let text = kept.map { "\($0.key) \($0.value)\n" }.sorted().joined()
    try HomeFolder.write(path: path, Array(text.utf8))
  }

  /// When the first of some bundles came; nil where nothing is known of any.
  func first(of stems: [String]) -> LocalDateTime? {
    let known = known
    return stems.compactMap { known[$0] }.min().map { LocalDateTime(milliseconds: $0) }
  }

  private var known: [String: Int64] {
    let bytes = (try? HomeFolder.read(path: path, maximumBytes: HomeFolder.maximumFileBytes)) ?? nil
    let lines = String(decoding: bytes ?? [], as: UTF8.self).split(separator: "\n")
    let pairs = lines.compactMap { line -> (String, Int64)? in
      let words = line.split(separator: " ")
      guard words.count == 2, let time = Int64(words[1]) else { return nil }
      return (String(words[0]), time)
    }
    return Dictionary(pairs, uniquingKeysWith: { _, last in last })
  }
}
