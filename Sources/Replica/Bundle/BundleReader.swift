import Cryptography
import SyncProtocol

/// Gives out the streams of one whole bundle, never more than one of them in memory.
///
/// What was found whole is not believed a second time: each chunk is authenticated again as it is read,
/// so that a stick that changes or goes meanwhile ends in an error and never in other content.
package final class BundleReader {
  private let folder: any BundleFolder
  private let bundle: FoundBundle
  private let id: BundleID
  private let keys: BundleKeys
  private let contents: BundleContents
  private var input: (any BundleFileInput)?
  private var part = 1
  private var chunk = 0
  private var left = 0
  private var pending: ArraySlice<UInt8> = []
  private var given = 0
  private var hasEnded = false

  /// Begins to read; nil for a bundle that is not whole or not for us.
  package init?(_ folder: any BundleFolder, _ bundle: FoundBundle) {
    guard case .whole(let contents) = bundle.state, let keys = bundle.keys, let id = bundle.id
    else { return nil }
    self.folder = folder
    self.bundle = bundle
    self.id = id
    self.keys = keys
    self.contents = contents
  }

  /// One that reads the same bundle from its beginning.
  package func again() -> BundleReader { BundleReader(again: self) }

  private init(again other: BundleReader) {
    (folder, bundle, id) = (other.folder, other.bundle, other.id)
    (keys, contents) = (other.keys, other.contents)
  }

  /// The next stream; nil behind the last.
  ///
  /// - Throws: `BundleProblem.damaged`, `StickProblem`.
  package func next() throws -> [UInt8]? {
    guard !hasEnded else { return nil }
    let count = try length()
    guard count > 0 else {
      try end()
      return nil
    }
    var stream: [UInt8] = []
    stream.reserveCapacity(count)
    while stream.count < count {
      try fill()
      let taken = pending.prefix(count - stream.count)
      stream += taken
      pending = pending.dropFirst(taken.count)
    }
    given += 1
    return stream
  }

  private func length() throws -> Int {
    var number = ByteWriter()
    while true {
      try fill()
      guard let byte = pending.popFirst() else { throw damaged }
      number.byte(byte)
      if byte < 0x80 { break }
      guard number.bytes.count < 5 else { throw damaged }
    }
    var reader = ByteReader(number.bytes)
    guard let count = try? reader.count(atMost: Limits.streamBytes) else { throw damaged }
    return count
  }

  /// Nothing but zeros fill the rest, and as many streams came as the manifest says.
  private func end() throws {
    guard given == contents.streams else { throw damaged }
    repeat {
      guard pending.allSatisfy({ $0 == 0 }) else { throw damaged }
      pending = []
    } while try read()
    hasEnded = true
  }

  private func fill() throws {
    if pending.isEmpty, try !read() { throw damaged }
  }

  /// The next chunk; false behind the last.
  private func read() throws -> Bool {
    do {
      if left == 0 {
        guard part <= bundle.parts.count else { return false }
        guard let name = bundle.files[part] else { throw damaged }
        let file = try folder.open(name)
        _ = try file.readExactly(BundlePartHeader.byteCount)
        input = file
        left = bundle.parts[part - 1].byteCount - BundlePartHeader.byteCount - Hash.length
        chunk = 0
        guard left > 0 else { throw damaged }
      }
      let count = min(left, BundleWriter.chunkBytes + AuthenticatedEncryption.tagLength)
      let sealed = try input?.readExactly(count) ?? []
      let isLast = left == count
      let place = BundlePlace(
        part: part, chunk: chunk,
        following: !isLast ? .chunk : part == bundle.parts.count ? .nothing : .part)
      guard sealed.count == count,
        let text = try? AuthenticatedEncryption.open(
          sealed, key: keys.content, nonce: place.nonce, associatedData: place.associatedData(id))
      else { throw damaged }
      pending = text[...]
      left -= count
      chunk += 1
      if isLast {
        input = nil
        part += 1
      }
      return true
    } catch StickProblem.unreadable {
      // It was read a moment ago.
      throw StickProblem.pulledOut
    }
  }

  private var damaged: BundleProblem {
    var damage = BundleDamage()
    damage.parts = bundle.parts.count
    damage.damaged = [min(part, bundle.parts.count)]
    return .damaged(damage)
  }
}
