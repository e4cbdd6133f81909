import SyncProtocol

extension CountKey {
  private static let nothing = "-"

  /// What stands for the key in an address: a row, a code, a stable name or an ISO date, and `-` for
  /// what is not recorded. `init(address:along:)` reads exactly this key back.
  package func address(along dimension: CountDimension) -> String {
    switch self {
    case .none: Self.nothing
    // A text that begins like the mark gets one more in front.
    case .text(let text): text.hasPrefix(Self.nothing) ? Self.nothing + text : text
    case .integer: text(along: dimension) ?? Self.nothing
    }
  }

  /// Reads what `address` wrote; nil for anything else.
  package init?(address: String, along dimension: CountDimension) {
    if address == Self.nothing {
      self = .none
    } else if !dimension.holdsNumbers {
      self = .text(
        address.hasPrefix(Self.nothing) ? String(address.dropFirst(Self.nothing.count)) : address)
    } else if dimension.isSpan {
      guard let date = LocalDate(iso: address) else { return nil }
      self = .date(date)
    } else if case .choice(let list) = dimension.model.rule,
      let choice = list.choices.first(where: { $0.name == address })
    {
      self = .integer(choice.number)
    } else if case .yesOrNo = dimension.model.rule, let isYes = ["yes": true, "no": false][address]
    {
      self = .integer(isYes ? 1 : 0)
    } else {
      guard let number = Int64(address), String(number) == address else { return nil }
      self = .integer(number)
    }
  }
}

extension CountDimension {
  /// Whether its values are rows, choices or days; texts else.
  fileprivate var holdsNumbers: Bool {
    switch (meaning, model.rule) {
    case (.span, _), (.hamlet, _): true
    case (_, .record), (_, .choice), (_, .yesOrNo): true
    default: false
    }
  }

  /// Whether its values are records with names of their own, such as teams and members.
  package var namesRecords: Bool {
    if case .record = model.rule { true } else { false }
  }
}
