import Testing

@testable import Replica

/// A folder of a stick in memory that does what sticks do: fills up, fails, is pulled out, and forgets
/// what was not synced.
final class ModelStick: BundleFolder {
  private final class Node {
    var bytes: [UInt8]
    var syncedCount: Int
    init(_ bytes: [UInt8] = [], syncedCount: Int = 0) {
      self.bytes = bytes
      self.syncedCount = syncedCount
    }
  }

  private var names: [String: Node] = [:]
  private var durable: [String: Node] = [:]
  private var kinds: [String: BundleFolderEntry.Kind] = [:]
  /// Bytes that fit.
  var capacity = Int.max
  /// What the file system says is free; what fits where nil.
  var toldFree: UInt64?
  var isReadOnly = false
  /// How many operations there were.
  private(set) var operations = 0
  /// Which of them fails, and how; with `isGone` all behind it fail too.
  var failing: (operation: Int, problem: StickProblem, isGone: Bool)?
  /// Which bytes the medium gives back otherwise than they were written.
  var weakByte: (name: String, offset: Int)?
  /// Files that were opened.
  private(set) var opened: Set<String> = []

  init(_ files: [String: [UInt8]] = [:]) {
    for (name, bytes) in files { names[name] = Node(bytes, syncedCount: bytes.count) }
    durable = names
  }

  /// The files as they are now.
  var files: [String: [UInt8]] {
    get { names.mapValues(\.bytes) }
    set {
      names = newValue.mapValues { Node($0, syncedCount: $0.count) }
      durable = names
    }
  }

  func put(_ name: String, kind: BundleFolderEntry.Kind) { kinds[name] = kind }

  /// What is found when the machine died at this moment: names and bytes that were not synced may be
  /// there or not, cut, or something else.
  func afterCrash(using random: inout some RandomNumberGenerator) -> ModelStick {
    var left: [String: [UInt8]] = [:]
    for name in Set(names.keys).union(durable.keys).sorted() {
      let isOld = Bool.random(using: &random)
      guard let node = isOld ? durable[name] : names[name] else { continue }
      let tail = node.bytes.count - node.syncedCount
      let kept = tail == 0 ? 0 : Int.random(in: 0...tail, using: &random)
      var bytes = Array(node.bytes.prefix(node.syncedCount + kept))
      // A length that was written before the bytes.
      if kept < tail, Bool.random(using: &random) {
        bytes += (0..<(tail - kept)).map { _ in UInt8.random(in: 0...255, using: &random) }
      }
      left[name] = bytes
    }
    return ModelStick(left)
  }

  private func step() throws {
    operations += 1
    guard let failing else { return }
    if operations == failing.operation || failing.isGone && operations > failing.operation {
      throw failing.problem
    }
  }

  func entries(atMost maximum: Int) throws -> [BundleFolderEntry] {
    try step()
    let all =
      names.keys.map { BundleFolderEntry(name: $0, kind: .file) }
      + kinds.map { BundleFolderEntry(name: $0.key, kind: $0.value) }
    guard all.count <= maximum else { throw StickProblem.tooManyFiles(path: "stick") }
    return all
  }

  func create(_ name: String) throws -> any BundleFileOutput {
    try step()
    guard names[name] == nil else { throw StickProblem.failed(reason: 17) }
    let node = Node()
    names[name] = node
    return Output(self, node)
  }

  func rename(_ name: String, to target: String) throws {
    try step()
    guard let node = names.removeValue(forKey: name) else { throw StickProblem.pulledOut }
    names[target] = node
  }

  func sync() throws {
    try step()
    durable = names
  }

  func open(_ name: String) throws -> any BundleFileInput {
    try step()
    guard kinds[name] == nil else { throw StickProblem.notAnOrdinaryFile(name: name) }
    guard let node = names[name] else { throw StickProblem.unreadable(name: name) }
    opened.insert(name)
    var bytes = node.bytes
    if let weakByte, weakByte.name == name, weakByte.offset < bytes.count {
      bytes[weakByte.offset] ^= 4
    }
    return Input(self, bytes)
  }

  func remove(_ name: String) throws {
    try step()
    names[name] = nil
  }

  func facts() throws -> StickFacts {
    try step()
    let free = UInt64(max(0, capacity - usedBytes))
    return StickFacts(freeBytes: toldFree ?? free, fileSystem: "vfat", isReadOnly: isReadOnly)
  }

  private var usedBytes: Int { names.values.reduce(0) { $0 + $1.bytes.count } }

  private final class Output: BundleFileOutput {
    private let stick: ModelStick
    private let node: Node
    init(_ stick: ModelStick, _ node: Node) {
      self.stick = stick
      self.node = node
    }
    func append(_ bytes: [UInt8]) throws {
      do {
        try stick.step()
      } catch {
        node.bytes += bytes.prefix(bytes.count / 2)
        throw error
      }
      let room = stick.capacity - stick.usedBytes
      node.bytes += bytes.prefix(room)
      guard bytes.count <= room else { throw StickProblem.full(wantedBytes: nil, freeBytes: 0) }
    }
    func sync() throws {
      try stick.step()
      node.syncedCount = node.bytes.count
    }
  }

  private final class Input: BundleFileInput {
    private let stick: ModelStick
    private let bytes: [UInt8]
    private var rest: ArraySlice<UInt8>
    var byteCount: Int { bytes.count }
    init(_ stick: ModelStick, _ bytes: [UInt8]) {
      self.stick = stick
      self.bytes = bytes
      rest = bytes[...]
    }
    func seek(to offset: Int) { rest = bytes.dropFirst(offset) }
    func read(_ count: Int) throws -> [UInt8] {
      try stick.step()
      // Shorter than asked, as a system may answer.
      let taken = rest.prefix(min(count, 50_000))
      rest = rest.dropFirst(taken.count)
      return Array(taken)
    }
  }
}
