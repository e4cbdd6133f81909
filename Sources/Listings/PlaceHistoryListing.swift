import CommandLine
import FieldWork
import SyncProtocol

/// `place history`: what a unit or hamlet was called, what it was made of and what it became.
package struct PlaceHistoryListing: Sendable {
  /// What the command says of itself.
  package static let abstract = BilingualText(
    vi: "tên cũ, mã cũ, sáp nhập và chia tách của một nơi",
    en: "former names and codes, mergers and splits of a place")
  /// The options of the command.
  package static let arguments: [Argument] = [
    .positional(
      "place", BilingualText(vi: "mã hoặc tên xã, thôn", en: "code or name of a unit or hamlet"),
      repeats: true, maximumBytes: 400)
  ]

  /// Most units of one name that are shown.
  private static let limit = 40

  private let periods: [UnitPeriod]
  private let query: String

  /// Looks a place up, in the list of communes and in the rows of a store.
  ///
  /// - Parameter reader: nil where no store is at hand.
  /// - Throws: `FieldError.unknownUnit` where nothing has the code or name.
  package init(_ invocation: Invocation, _ reader: RecordReader?) throws {
    query = invocation.texts("place").joined(separator: " ")
    let map = try reader.map { try PlaceMap($0) }
    if let reader, let code = try? RecordCode(parsing: query), code.kind == .place {
      let row = try reader.resolveOne(query, as: .place)
      periods = map?.history(ofHamlet: row) ?? []
    } else {
      periods = Self.periods(of: query, map)
    }
    guard !periods.isEmpty else { throw FieldError.unknownUnit(String(query.prefix(100))) }
  }

  private static func periods(of query: String, _ map: PlaceMap?) -> [UnitPeriod] {
    func unit(_ code: String) -> [UnitPeriod] {
      map?.history(ofUnit: code) ?? PlaceLineage.history(code: code)
    }
    let digits = query.filter { !$0.isWhitespace }
    if digits.utf8.count == 5, digits.utf8.allSatisfy({ 48...57 ~= $0 }) { return unit(digits) }
    var periods: [UnitPeriod] = []
    for place in hamlets(named: query, map) {
      for period in map?.history(ofHamlet: place.id) ?? [] where !periods.contains(period) {
        periods.append(period)
      }
    }
    var codes: [String] = []
    let hits = PlaceSearch.find(query, limit: 200)
    for hit in hits where hit.level == hits.first?.level {
      guard hit.match.isNamed(query), !codes.contains(hit.match.code) else { continue }
      codes.append(hit.match.code)
    }
    return periods + codes.prefix(limit).flatMap(unit)
  }

  private static func hamlets(named query: String, _ map: PlaceMap?) -> [Place] {
    let wanted = SearchFold.base(query)
    return map?.places.filter { $0.name.map(SearchFold.base) == wanted && !$0.isWithdrawn } ?? []
  }

  /// Writes a line for each unit in time, and how it is told in programs.
  package func write(to console: Console) {
    console.listing(
      Table(
        [
          .text(BilingualText(vi: "Mã", en: "Code")), .text(BilingualText(vi: "Từ", en: "From")),
          .text(BilingualText(vi: "Đến", en: "To")), .text(BilingualText(vi: "Tên", en: "Name")),
          .text(BilingualText(vi: "Thuộc", en: "Within")),
          .text(BilingualText(vi: "Hình thành từ", en: "Made of")),
          .text(BilingualText(vi: "Trở thành", en: "Became")),
        ],
        periods.map { period in
          [
            period.code, period.validFrom.map(Format.date) ?? "–",
            period.validTo.map(Format.date) ?? "–", period.name,
            period.within.isEmpty ? console.language.text("không rõ", "not known") : period.within,
            Self.text(period.predecessors, console), Self.text(period.successors, console),
          ]
        }, empty: BilingualText(same: "")),
      json: .array(periods.map(Self.json)))
  }

  private static func text(_ relations: [UnitRelation], _ console: Console) -> String {
    let part = console.language.text(" (một phần)", " (part)")
    return relations.map { "\($0.code) \($0.name)\($0.isPart ? part : "")" }
      .joined(separator: "; ")
  }

  private static func json(_ period: UnitPeriod) -> JSONValue {
    func list(_ relations: [UnitRelation]) -> JSONValue {
      .array(
        relations.map {
          [
            "code": .text($0.code), "name": .text($0.name), "on": .text($0.on.iso),
            "extent": .text($0.isPart ? "part" : "whole"),
          ]
        })
    }
    return [
      "code": .text(period.code), "from": .text(orNull: period.validFrom?.iso),
      "to": .text(orNull: period.validTo?.iso), "name": .text(period.name),
      "within": .text(period.within), "basis": .text(period.basis),
      "made_of": list(period.predecessors), "became": list(period.successors),
    ]
  }
}

extension PlaceSearch.Match {
  fileprivate var code: String {
    switch self {
    case .current(let commune): commune.code
    case .former(let former, _): former.code
    case .earlier(let unit, _): unit.code
    }
  }

  private var fullName: String {
    switch self {
    case .current(let commune): commune.fullName
    case .former(let former, _): former.fullName
    case .earlier(let unit, _): unit.fullName
    }
  }

  /// Whether the words are its name, with or without its kind, rather than what it lies in.
  fileprivate func isNamed(_ query: String) -> Bool {
    let wanted = SearchFold.base(query)
    let name = SearchFold.base(fullName)
    return name == wanted
      || name.hasSuffix(" " + wanted)
        && CommuneKind.allCases.contains {
          name == SearchFold.base($0.label()) + " " + wanted
        }
  }
}
