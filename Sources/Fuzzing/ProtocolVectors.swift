import CommandLine
import Foundation

/// The encodings in SyncProtocol/Vectors, as inputs to begin with.
///
/// The folder is looked for from the working directory upwards; without it there are none, and only
/// what the targets make themselves is left.
enum ProtocolVectors {
  /// Every hexadecimal text of the vectors, decoded; each once, in a fixed order.
  static let encodings: [[UInt8]] = {
    var found: Set<[UInt8]> = []
    guard let folder else { return [] }
    let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    for name in files.sorted() where name.hasSuffix(".json") {
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)"),
        let json = try? JSONValue(parsing: Array(data), maximumBytes: 16 << 20)
      else { continue }
      collect(json, into: &found)
    }
    return found.sorted {
      $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1)
    }
  }()

  /// What fuzzing has found and what was mended, by file name.
  static let hostile: [(name: String, bytes: [UInt8])] = {
    guard let folder else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/hostile")) ?? []
    return names.filter { $0.hasSuffix(".bin") }.sorted().compactMap { name in
      FileManager.default.contents(atPath: "\(folder)/hostile/\(name)").map { (name, Array($0)) }
    }
  }()

  private static let folder: String? = {
    var place = FileManager.default.currentDirectoryPath
    while place.count > 1 {
      let folder = "\(place)/SyncProtocol/Vectors"
      if FileManager.default.fileExists(atPath: folder) { return folder }
      place = (place as NSString).deletingLastPathComponent
    }
    return nil
  }()

  private static func collect(_ json: JSONValue, into found: inout Set<[UInt8]>) {
    switch json {
    case .text(let text): if let bytes = hexadecimal(text) { found.insert(bytes) }
    case .array(let items): for item in items { collect(item, into: &found) }
    case .object(let members): for member in members { collect(member.value, into: &found) }
    default: break
    }
  }

  private static func hexadecimal(_ text: String) -> [UInt8]? {
    let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard !digits.isEmpty, digits.count % 2 == 0, digits.count == text.utf8.count else {
      return nil
    }
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }
}
