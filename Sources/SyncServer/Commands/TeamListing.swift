import CommandLine
import FieldWork

/// Teams with their hamlets as they are called on a day, for people at a terminal and for programs.
struct TeamListing: Sendable {
  /// A team.
  struct Line: Sendable {
    let team: Team
    /// Its hamlet as it is called on the day.
    let place: Place?
    /// The code of its unit on the day.
    let unit: String?
    let members: Int
  }

  let lines: [Line]

  /// Looks them up.
  init(_ reader: RecordReader, on day: LocalDate) throws {
    let map = try PlaceMap(reader)
    lines = try reader.teams().map { team in
      // The hamlet as it is called today; a part of a split one cannot be told.
      let own = team.place.flatMap(map.place)
      return Line(
        team: team, place: own.flatMap { map.hamlet($0, on: day) } ?? own,
        unit: own.flatMap { map.unit(of: $0, on: day) } ?? own?.communeCode,
        members: try reader.members(team: team.id).count)
    }
  }

  /// A team with stable keys.
  static func json(_ line: Line) -> JSONValue {
    [
      "code": .text(line.team.codeText), "id": .text(String(line.team.id.rawValue)),
      "name": .text(orNull: line.team.name), "hamlet": .text(orNull: line.place?.name),
      "commune": .text(orNull: line.unit), "members": .integer(Int64(line.members)),
    ]
  }

  /// What stands in `json`.
  static let schema = AnswerSchema.object([
    .init("code", .text, "The code that people type."), .init("id", .text, "The row's number."),
    .init("name", .optional(.text), ""), .init("hamlet", .optional(.text), ""),
    .init("commune", .optional(.text), "The national code of its commune."),
    .init("members", .integer, ""),
  ])
}
