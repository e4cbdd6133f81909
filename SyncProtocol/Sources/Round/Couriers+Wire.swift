extension CourierPlace {
  func encode(into writer: inout ByteWriter) {
    writer.raw(bundle)
    writer.count(part)
    writer.count(offset)
  }

  init(from reader: inout ByteReader) throws(ProtocolError) {
    bundle = Array(try reader.raw(Self.bundleByteCount))
    part = try reader.count(atMost: Limits.partsPerBundle)
    offset = try reader.count(atMost: Limits.bundlePartBytes)
  }
}

extension CourierQuestion {
  func encode(into writer: inout ByteWriter) {
    switch self {
    case .carrying(let bundles):
      writer.byte(1)
      writer.count(bundles.count)
      for bundle in bundles { writer.raw(bundle) }
    case .manifest(let file):
      writer.byte(2)
      writer.block(file)
    case .piece(let place, let bytes):
      writer.byte(3)
      place.encode(into: &writer)
      writer.block(bytes)
    case .returns: writer.byte(4)
    case .fetch(let place):
      writer.byte(5)
      place.encode(into: &writer)
    case .fetched(let bundle):
      writer.byte(6)
      writer.raw(bundle)
    }
  }

  init(from reader: inout ByteReader) throws(ProtocolError) {
    switch try reader.byte() {
    case 1: self = .carrying(try reader.bundles())
    case 2: self = .manifest(Array(try reader.block(atMost: Limits.manifestBytes)))
    case 3:
      let place = try CourierPlace(from: &reader)
      self = .piece(place, Array(try reader.block(atMost: Limits.courierPieceBytes)))
    case 4: self = .returns
    case 5: self = .fetch(try CourierPlace(from: &reader))
    case 6: self = .fetched(Array(try reader.raw(CourierPlace.bundleByteCount)))
    default: throw .malformed(.unknownCode)
    }
  }
}

extension CourierFate {
  func encode(into writer: inout ByteWriter) {
    switch self {
    case .unknown: writer.byte(1)
    case .wanted(let part, let offset):
      writer.byte(2)
      writer.count(part)
      writer.count(offset)
    case .takenIn: writer.byte(3)
    case .forAnother: writer.byte(4)
    case .refused(let code):
      writer.byte(5)
      writer.text(code)
    }
  }

  init(from reader: inout ByteReader) throws(ProtocolError) {
    switch try reader.byte() {
    case 1: self = .unknown
    case 2:
      let part = try reader.count(atMost: Limits.partsPerBundle)
      self = .wanted(part: part, offset: try reader.count(atMost: Limits.bundlePartBytes))
    case 3: self = .takenIn
    case 4: self = .forAnother
    case 5: self = .refused(try reader.text(atMost: Limits.labelBytes))
    default: throw .malformed(.unknownCode)
    }
  }
}

extension CourierReply {
  var encoded: [UInt8] {
    var writer = ByteWriter()
    switch self {
    case .fates(let fates):
      writer.byte(1)
      writer.count(fates.count)
      for (bundle, fate) in fates {
        writer.raw(bundle)
        fate.encode(into: &writer)
      }
    case .returns(let bundles):
      writer.byte(2)
      writer.count(bundles.count)
      for bundle in bundles { writer.raw(bundle) }
    case .bytes(let bytes, let total):
      writer.byte(3)
      writer.count(total)
      writer.block(bytes)
    case .refused(let code):
      writer.byte(4)
      writer.text(code)
    }
    return writer.bytes
  }

  init(from reader: inout ByteReader) throws(ProtocolError) {
    switch try reader.byte() {
    case 1:
      var fates: [(bundle: [UInt8], fate: CourierFate)] = []
      for _ in 0..<(try reader.count(atMost: Limits.bundlesPerCourier)) {
        let bundle = Array(try reader.raw(CourierPlace.bundleByteCount))
        fates.append((bundle, try CourierFate(from: &reader)))
      }
      self = .fates(fates)
    case 2: self = .returns(try reader.bundles())
    case 3:
      let total = try reader.count(atMost: Limits.bundlePartBytes)
      self = .bytes(Array(try reader.block(atMost: Limits.courierPieceBytes)), total: total)
    case 4: self = .refused(try reader.text(atMost: Limits.labelBytes))
    default: throw .malformed(.unknownCode)
    }
  }
}

extension ByteReader {
  /// The numbers of as many bundles as a courier carries.
  fileprivate mutating func bundles() throws(ProtocolError) -> [[UInt8]] {
    var bundles: [[UInt8]] = []
    for _ in 0..<(try count(atMost: Limits.bundlesPerCourier)) {
      bundles.append(Array(try raw(CourierPlace.bundleByteCount)))
    }
    return bundles
  }
}
