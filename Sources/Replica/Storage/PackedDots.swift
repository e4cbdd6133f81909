import SyncProtocol

/// Which heads the columns of a row show, where that is not simply what the row was created with.
///
///     packed  := marker? entry*
///     marker  := 08                          ; the row has heads in the table `head`
///     entry   := short | long
///     short   := 80 + next * 40 + position, dot:3 bytes, time:4 bytes, position-list if next
///     long    := (time bytes − 1) * 8 + (dot bytes − 1), dot, time, position-list
///     position-list := ( next * 80 + position )*     ; until next is 0
///
/// A dot is the store's own number of its origin, `<< 19 |` its counter, in 3 to 8 bytes; a time the
/// zigzag difference from the row's creation; least significant byte first. Fields that one
/// operation wrote share an entry.
enum PackedDots {
  /// The shown head of a column.
  struct Entry {
    var position: Int
    var dot: Dot
    var time: Timestamp
  }

  private static let marker: UInt8 = 0x08
  private static let leastDotBytes = 3
  private static let shortTimeBytes = 4
  /// Positions have six bits: `EntityTable` has at most 64 columns.
  private static let positionMask: UInt8 = 0x3F

  /// The bytes; nil when nothing needs to be said.
  static func encode(
    _ entries: [Entry], hasExtraHeads: Bool, createdAt: Timestamp?, _ origins: OriginNumbers
  ) throws -> [UInt8]? {
    if entries.isEmpty { return hasExtraHeads ? [marker] : nil }
    var bytes: [UInt8] = hasExtraHeads ? [marker] : []
    bytes.reserveCapacity(entries.count * 9 + 1)
    let sorted = entries.count < 2 ? entries : entries.sorted { $0.dot < $1.dot }
    var start = 0
    while start < sorted.count {
      let first = sorted[start]
      var end = start + 1
      while end < sorted.count, sorted[end].dot == first.dot, sorted[end].time == first.time {
        end += 1
      }
      let difference = first.time.rawValue &- (createdAt?.rawValue ?? 0)
      append(
        sorted[start..<end], dot: try origins.packed(first.dot),
        time: UInt64(bitPattern: (difference << 1) ^ (difference >> 63)), to: &bytes)
      start = end
    }
    return bytes
  }

  private static func append(
    _ entries: ArraySlice<Entry>, dot: UInt64, time: UInt64, to bytes: inout [UInt8]
  ) {
    let dotBytes = max(leastDotBytes, byteCount(dot))
    let timeBytes = max(1, byteCount(time))
    var listed = entries
    if dotBytes == leastDotBytes, timeBytes <= shortTimeBytes, let first = listed.popFirst() {
      bytes.append(0x80 | (listed.isEmpty ? 0 : 0x40) | UInt8(first.position))
      append(dot, leastDotBytes, to: &bytes)
      append(time, shortTimeBytes, to: &bytes)
    } else {
      bytes.append(UInt8((timeBytes - 1) << 3 | (dotBytes - 1)))
      append(dot, dotBytes, to: &bytes)
      append(time, timeBytes, to: &bytes)
    }
    while let entry = listed.popFirst() {
      bytes.append((listed.isEmpty ? 0 : 0x80) | UInt8(entry.position))
    }
  }

  private static func byteCount(_ number: UInt64) -> Int {
    (UInt64.bitWidth - number.leadingZeroBitCount + 7) / 8
  }

  private static func append(_ number: UInt64, _ count: Int, to bytes: inout [UInt8]) {
    for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(index * 8))) }
  }

  /// Adds what the bytes say to `entries`.
  ///
  /// - Returns: true when the row has heads in the table `head`.
  static func decode(
    _ bytes: UnsafeRawBufferPointer, row: RowID, createdAt: Timestamp?, in table: EntityTable,
    _ origins: OriginNumbers, into entries: inout [Entry]
  ) throws -> Bool {
    guard let first = bytes.first else { return false }
    // Stores of before packed otherwise: a first byte of 0 or 1.
    if first < 2 {
      entries += try decodeUnpacked(Array(bytes)[1...], row: row, createdAt: createdAt, in: table)
      return first == 1
    }
    let hasExtraHeads = first == marker
    var index = hasExtraHeads ? 1 : 0
    while index < bytes.count {
      let control = bytes[index]
      index += 1
      let isShort = control & 0x80 != 0
      let dot = try number(isShort ? leastDotBytes : Int(control & 7) + 1, from: bytes, &index)
      let time = try number(
        isShort ? shortTimeBytes : Int(control >> 3) + 1, from: bytes, &index)
      var entry = Entry(
        position: Int(control & positionMask), dot: try origins.dot(dot),
        time: Timestamp(
          rawValue: Int64(bitPattern: (time >> 1) ^ (0 &- (time & 1)))
            &+ (createdAt?.rawValue ?? 0)))
      if isShort { try append(entry, in: table, to: &entries) }
      var hasNext = isShort ? control & 0x40 != 0 : true
      while hasNext {
        let next = UInt8(truncatingIfNeeded: try number(1, from: bytes, &index))
        entry.position = Int(next & positionMask)
        try append(entry, in: table, to: &entries)
        hasNext = next & 0x80 != 0
      }
    }
    return hasExtraHeads
  }

  private static func append(
    _ entry: Entry, in table: EntityTable, to entries: inout [Entry]
  ) throws(ProtocolError) {
    guard entry.position < table.forms.count else { throw .malformed(.noSuchEntry) }
    entries.append(entry)
  }

  private static func number(
    _ count: Int, from bytes: UnsafeRawBufferPointer, _ index: inout Int
  ) throws(ProtocolError) -> UInt64 {
    guard count <= bytes.count - index, count <= 8 else { throw .malformed(.truncated) }
    var number: UInt64 = 0
    for place in 0..<count { number |= UInt64(bytes[index + place]) << UInt64(place * 8) }
    index += count
    return number
  }

  private static func decodeUnpacked(
    _ bytes: ArraySlice<UInt8>, row: RowID, createdAt: Timestamp?, in table: EntityTable
  ) throws(ProtocolError) -> [Entry] {
    var reader = ByteReader(bytes)
    var entries: [Entry] = []
    while reader.remaining > 0 {
      let field = FieldID(rawValue: UInt16(try reader.unsigned(atMost: UInt64(UInt16.max))))
      guard let position = table.position(of: field),
        let dot = Dot(rawValue: try reader.difference(from: row.rawValue))
      else { throw .malformed(.noSuchEntry) }
      let time = try reader.difference(from: createdAt?.rawValue ?? 0)
      entries.append(Entry(position: position, dot: dot, time: Timestamp(rawValue: time)))
    }
    return entries
  }
}
