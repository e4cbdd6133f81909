import Web

/// The part of an address behind its path.
enum PageQuery {
  /// `?name=value…`; nothing where there is nothing to say.
  static func text(_ items: [(name: String, value: String)]) -> String {
    items.isEmpty
      ? ""
      : "?" + NamedValues(items.map { NamedValues.Item(name: $0.name, value: $0.value) }).encoded
  }
}
