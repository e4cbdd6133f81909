import SQLite
import SyncProtocol

/// Counted assists drawn by chance for somebody to check: so many of each member who took part.
///
/// What decides is a number made of the seed, the member and the assist alone, so that one seed draws
/// the same from the same records on every machine and in every order of merging.
package struct AssistSample: Sendable, Equatable {
  /// A drawn assist with the member for whom it was drawn.
  package struct Line: Sendable, Hashable {
    /// The assist.
    package let assist: RowID
    /// The member; an assist of several is drawn for one of them.
    package let member: RowID

    /// A drawn assist.
    package init(assist: RowID, member: RowID) {
      self.assist = assist
      self.member = member
    }
  }

  /// Of each member at most.
  package static let perMember = 1...10
  /// Assists of a sample at most.
  package static let maximumLines = 500

  /// What was drawn, member by member.
  package let lines: [Line]
  /// Members who took part in a counted assist of the period.
  package let memberCount: Int
  /// Counted assists of the period.
  package let assistCount: Int

  /// Members are taken in an order drawn by the seed too, so that a cut-off sample prefers nobody.
  init(_ assists: [RowID: [RowID]], seed: UInt64, perMember: Int) {
    var ofMember: [RowID: [RowID]] = [:]
    for (assist, members) in assists {
      for member in members { ofMember[member, default: []].append(assist) }
    }
    func number(_ member: RowID, _ assist: RowID?) -> UInt64 {
      var mixed = Self.mix(seed ^ Self.mix(UInt64(bitPattern: member.rawValue)))
      if let assist { mixed = Self.mix(mixed ^ UInt64(bitPattern: assist.rawValue)) }
      return mixed
    }
    let members = ofMember.keys.sorted {
      (number($0, nil), $0.rawValue) < (number($1, nil), $1.rawValue)
    }
    var drawn: Set<RowID> = []
    var lines: [Line] = []
    for member in members {
      let own = (ofMember[member] ?? []).filter { !drawn.contains($0) }.sorted {
        (number(member, $0), $0.rawValue) < (number(member, $1), $1.rawValue)
      }
      for assist in own.prefix(perMember) where lines.count < Self.maximumLines {
        drawn.insert(assist)
        lines.append(Line(assist: assist, member: member))
      }
    }
    self.lines = lines
    memberCount = members.count
    assistCount = assists.count
  }

  /// SplitMix64's finalizer: every bit bears on every bit, the same for ever.
  private static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension RecordReader {
  /// Draws from the counted assists that a question asks about.
  ///
  /// - Parameter perMember: of each member at most, kept within `AssistSample.perMember`.
  package func drawSample(
    _ query: CountQuery, seed: UInt64, perMember: Int
  ) throws -> AssistSample {
    var counted: [RowID] = []
    try forEachRecord(of: .counted, in: query) { counted.append($0.id) }
    counted.sort()
    // Few are asked for one by one, many are read beside all others.
    var members = try SetElements(
      of: AssistTable.participants, in: AssistTable.definition, connection,
      inOrder: counted.count > 10_000)
    var assists: [RowID: [RowID]] = [:]
    for assist in counted {
      try members.move(to: assist.rawValue)
      assists[assist] = members.keys.compactMap(\.row)
    }
    let bounds = AssistSample.perMember
    return AssistSample(
      assists, seed: seed, perMember: min(max(perMember, bounds.lowerBound), bounds.upperBound))
  }
}
