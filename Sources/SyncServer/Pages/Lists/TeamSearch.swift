import FieldWork
import Pages

/// Finding a team in a list of many by a part of its name.
enum TeamSearch {
  /// Teams that are seen at once, without searching.
  private static let seenAtOnce = 12

  /// A filter by name, where there are more teams than one looks through.
  static func filters<Row>(
    _ labels: [BilingualText], name: @escaping (Row) -> BilingualText
  ) -> [PageList<Row>.Filter] {
    guard labels.count > seenAtOnce else { return [] }
    return [
      PageList<Row>.Filter("q", CoordinatorWords.team) { row, typed in
        let wanted = SearchFold.base(typed)
        return [name(row).vietnamese, name(row).english].contains {
          SearchFold.base($0).contains(wanted)
        }
      }
    ]
  }
}
