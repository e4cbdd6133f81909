import CommandLine
import FieldWork

/// The options of `count` about where: a unit or hamlet, with its borders of any day.
package enum TerritoryArguments {
  static let place: [Argument] = [
    .option(
      "unit", "CODE",
      BilingualText(vi: "chỉ xã (mã) hoặc thôn này", en: "only this unit (code) or hamlet"),
      maximumBytes: 400),
    .option(
      "as-of", "DATE",
      BilingualText(
        vi: "theo ranh giới ngày này (mặc định: ngày cuối kỳ)",
        en: "with the borders of this day (by default the period's last)"),
      maximumBytes: 40),
  ]

  /// `--year-before`.
  static let yearBefore = Argument.flag(
    "year-before",
    BilingualText(
      vi: "thêm cùng kỳ năm trước, trên cùng địa bàn",
      en: "the year before as well, on the same territory"))

  /// The territory of the line; nil without `--unit`.
  static func territory(
    _ invocation: Invocation, _ query: CountQuery, _ reader: RecordReader
  ) throws -> Territory? {
    let day = query.frame.places
    guard let unit = invocation.text("unit") else {
      let asksForPlaces =
        query.dimensions.contains(where: \.isOfPlaces)
        || !invocation.texts(CountDimension.hamlet.key).isEmpty
      if query.placesOn != nil, !asksForPlaces {
        throw Failure(
          "unit-needed", .userError,
          BilingualText(
            vi: "--as-of cần thêm --unit, --hamlet hoặc --by: ranh giới của xã hoặc thôn nào?",
            en: "--as-of needs --unit, --hamlet or --by: the borders of which unit or hamlet?"))
      }
      return nil
    }
    if unit.utf8.count == 5, unit.utf8.allSatisfy({ 48...57 ~= $0 }) {
      return try reader.territory(ofUnit: unit, on: day)
    }
    return try reader.territory(ofHamlet: try reader.findPlace(unit).id, on: day)
  }

  /// Whether the year before is asked for.
  package static func comparesYears(_ invocation: Invocation) -> Bool {
    invocation.flag("year-before")
  }
}

extension Territory {
  /// What is counted, and what is left out because nobody can tell.
  var lines: [BilingualText] {
    var code = ""
    if case .unit(let unit) = subject { code = " (\(unit))" }
    return [
      BilingualText(
        vi: "Địa bàn: \(name)\(code), theo ranh giới ngày \(Format.date(asOf)).",
        en: "Territory: \(name)\(code), with the borders of \(Format.date(asOf)).")
    ] + undecidedLines
  }

  /// What is left out because nobody can tell whether it belongs here; empty where nothing is.
  package var undecidedLines: [BilingualText] {
    var lines: [BilingualText] = []
    if !undecidedScopes.isEmpty {
      lines.append(
        BilingualText(
          vi: "Chưa gồm \(undecidedScopes.count) thôn của xã cũ bị chia mà chưa rõ thuộc xã nào.",
          en: "Without \(counted(undecidedScopes.count, "hamlet", "hamlets")) of a split unit: "
            + "nobody has said where they went."))
    }
    if !undecidedHouseholds.isEmpty {
      lines.append(
        BilingualText(
          vi: "Chưa gồm \(undecidedHouseholds.count) hộ của thôn bị chia mà chưa rõ ở phần nào.",
          en: "Without \(counted(undecidedHouseholds.count, "household", "households")) of split "
            + "hamlets: nobody has said in which part they live."))
    }
    return lines
  }

  /// The territory with stable keys.
  var json: JSONValue {
    let (kind, code): (String, String) =
      switch subject {
      case .unit(let code): ("unit", code)
      case .hamlet(let row): ("hamlet", String(row.rawValue))
      }
    return [
      "kind": .text(kind), "code": .text(code), "name": .text(name), "as_of": .text(asOf.iso),
      "scopes": .integer(Int64(scopes.count)),
      "undecided_scopes": .array(undecidedScopes.map { .text(String($0.rawValue)) }),
      "undecided_households": .integer(Int64(undecidedHouseholds.count)),
    ]
  }
}
