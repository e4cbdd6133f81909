import SyncProtocol

/// What people and programs read for the groups of a count, looked up once each.
package final class CountLabels {
  private let reader: RecordReader
  private let frame: CountFrame
  private var map: PlaceMap?
  private var known: [CountDimension: [CountKey: BilingualText]] = [:]

  /// Names the groups of a frame.
  package init(_ reader: RecordReader, _ frame: CountFrame) {
    self.reader = reader
    self.frame = frame
  }

  /// What people read for a key.
  package func words(of key: CountKey, along dimension: CountDimension) throws -> BilingualText {
    if let words = known[dimension]?[key] { return words }
    let words =
      try newWords(of: key, dimension)
      ?? BilingualText(vi: "(không ghi)", en: "(not recorded)")
    known[dimension, default: [:]][key] = words
    return words
  }

  private func newWords(
    of key: CountKey, _ dimension: CountDimension
  ) throws -> BilingualText? {
    switch (dimension.meaning, key) {
    case (.span, .none):
      return BilingualText(vi: "(ngoài các kỳ này)", en: "(outside these periods)")
    case (.procedure, .none):
      return BilingualText(vi: "(không phải thủ tục)", en: "(no procedure)")
    case (_, .none): return nil
    case (.span(let kind), .integer(let number)):
      let date = LocalDate(daysSince1970: Int(clamping: number))
      guard let period = Period(kind, holding: date, cutOff: frame.cutOff) else {
        return BilingualText(same: date.iso)
      }
      return BilingualText(vi: period.label(.vietnamese), en: period.label(.english))
    case (.unit, .text(let code)):
      let map = try self.map ?? reader.placeMap()
      self.map = map
      return BilingualText(same: map.name(of: code, on: frame.places) ?? code)
    case (_, .text(let text)):
      return try reader.formWords(ofText: text, dimension.model.rule) ?? BilingualText(same: text)
    case (_, .integer(let number)):
      if let id = key.row, let name = try name(of: id, dimension.model.rule) { return name }
      return try reader.formWords(ofNumber: number, dimension.model.rule)
        ?? BilingualText(
          vi: "(chưa rõ: \(number))", en: "(unknown to this version: \(number))")
    }
  }

  /// The plain name of a team, member or hamlet; other rows are told with their codes.
  private func name(of id: RowID, _ rule: FormRule) throws -> BilingualText? {
    guard case .record(let kind) = rule else { return nil }
    let name: String?
    switch kind {
    case .team: name = try reader.record(Team.self, id)?.name
    case .member: name = try reader.record(Member.self, id)?.fullName
    case .place: name = try reader.record(Place.self, id)?.name
    default: return nil
    }
    return name.map { BilingualText(same: $0) }
      ?? BilingualText(vi: "(chưa về máy này)", en: "(not here yet)")
  }
}

extension CountKey {
  /// Text for `--json` and exports: a row id, a code, a stable name or an ISO date; nil for "none
  /// recorded".
  package func text(along dimension: CountDimension) -> String? {
    switch self {
    case .none: return nil
    case .text(let text): return text
    case .integer(let number):
      if dimension.isSpan { return LocalDate(daysSince1970: Int(clamping: number)).iso }
      if case .choice(let list) = dimension.model.rule, let choice = list[number] {
        return choice.name
      }
      if case .yesOrNo = dimension.model.rule, (0...1).contains(number) {
        return number == 1 ? "yes" : "no"
      }
      return String(number)
    }
  }
}

extension RecordReader {
  /// What people read for the key of one group, with the borders and months of the calendar now.
  package func label(of key: CountKey, along dimension: CountDimension) throws -> BilingualText {
    try CountLabels(self, CountFrame(places: .latest)).words(of: key, along: dimension)
  }

  /// The key that a person means along a dimension: a code or name of it, or `none` for what has no
  /// value.
  /// - Throws: `FieldError` where nothing or several have that name.
  package func countKey(
    _ text: String, along dimension: CountDimension, _ frame: CountFrame
  ) throws -> CountKey {
    if ["none", "-"].contains(text) { return .none }
    switch dimension.model.rule {
    case .record(let kind):
      let key = CountKey.row(try find(text, kind))
      return try dimension.meaning.resolver(self, frame)?(key) ?? key
    case .text: return .text(try sector(named: text, frame))
    default:
      let value = try value(text, of: dimension.model)
      return value.integer.map { .integer($0) } ?? value.text.map { .text($0) } ?? .none
    }
  }

  /// What can be asked for along a dimension: what the directory and the choices offer, and what
  /// records hold. Periods offer nothing: they are typed.
  package func countKeys(along dimension: CountDimension, _ frame: CountFrame) throws -> [CountKey]
  {
    guard !dimension.isSpan else { return [] }
    var keys: Set<CountKey> = []
    switch dimension.model.rule {
    case .choice(let list): keys = Set(list.choices.map { .integer($0.number) })
    case .yesOrNo: keys = [.integer(0), .integer(1)]
    case .blockedReason: keys = Set(BlockedReason.allCases.map { .text($0.rawValue) })
    case .record(let kind) where !dimension.isOfPlaces:
      let rows = try connection.rows(
        "SELECT rid FROM \"\(kind.table.name)\" WHERE hidden IS NULL"
      ) { try $0.integer(at: 0) }
      keys = Set(rows.map { .integer($0) })
    default:
      let resolve = try dimension.meaning.resolver(self, frame)
      for value in try storedValues(of: dimension) { keys.insert(resolve?(value) ?? value) }
    }
    keys.remove(.none)
    return keys.sorted { CountKey.precedes($0, $1) ?? false }
  }

  /// The distinct values that records hold, before what they stand for.
  private func storedValues(of dimension: CountDimension) throws -> Set<CountKey> {
    let tables: [String] =
      dimension.isOfPlaces
      ? ["SELECT rid FROM place WHERE hidden IS NULL"]
      : CountedKind.allCases.compactMap { kind in
        guard let expression = dimension.column(of: kind)?.expression else { return nil }
        return
          "SELECT DISTINCT \(expression) FROM \(kind.source(sweeps: true)) WHERE \(kind.standing)"
      }
    var values: Set<CountKey> = []
    for sql in tables {
      let read = try connection.rows(sql) { statement -> CountKey in
        switch try statement.value(at: 0) {
        case .integer(let number): .integer(number)
        case .text(let text): .text(text)
        default: .none
        }
      }
      values.formUnion(read)
    }
    return values
  }

  private func sector(named text: String, _ frame: CountFrame) throws -> String {
    let wanted = SearchFold.base(String(text.prefix(200)))
    let known = try countKeys(along: .sector, frame).compactMap { $0.text(along: .sector) }
    let all = Set(known + Procedures.all.map(\.sector))
    guard let sector = all.sorted().first(where: { SearchFold.base($0) == wanted }) else {
      throw FieldError.notFound(String(text.prefix(64)))
    }
    return sector
  }
}

extension RecordReader {
  /// What a person types for a key: the code of a record, the name of a choice.
  package func typed(_ key: CountKey, along dimension: CountDimension) throws -> String {
    if case .record(let kind) = dimension.model.rule, let id = key.row {
      return try codeText(of: id, in: kind.table)
    }
    return key.text(along: dimension) ?? "none"
  }
}
