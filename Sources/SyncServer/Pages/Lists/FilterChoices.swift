import FieldWork
import Pages

/// The choices of a filter by name.
enum FilterChoices {
  /// Names by their values, as people look for them.
  static func sorted(_ names: [String: String]) -> [FormField.Choice] {
    names.map { ($0.key, $0.value, VietnameseCollation.sortKey($0.value)) }
      .sorted { $0.2 == $1.2 ? $0.0 < $1.0 : $0.2.lexicographicallyPrecedes($1.2) }
      .map { ($0.0, BilingualText(same: $0.1)) }
  }
}
