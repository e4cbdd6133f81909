/// Names with values in the order they were sent: a query or the text fields of a form.
package struct NamedValues: Equatable, Sendable {
  /// One name with its value, both decoded.
  package struct Item: Equatable, Sendable {
    /// The decoded name.
    package let name: String
    /// The decoded value; empty when none was sent.
    package let value: String

    /// A name with its value.
    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// All items in their order; one name may come several times.
  package var items: [Item]

  /// Items in the order given.
  package init(_ items: [Item] = []) { self.items = items }

  /// The first value by that name; nil when it was not sent.
  ///
  /// Names compare by their bytes, so that two spellings of one letter stay two names.
  package subscript(name: String) -> String? {
    items.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
  }

  /// Every value by that name, in order: check boxes and multiple selections.
  package func all(_ name: String) -> [String] {
    items.filter { $0.name.utf8.elementsEqual(name.utf8) }.map(\.value)
  }

  /// Reads `a=1&b=2` with pluses as spaces; nil when damaged or above `maximumCount` items.
  init?(encoded: some Collection<UInt8>, maximumCount: Int) {
    var items: [Item] = []
    for pair in encoded.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: true) {
      guard items.count < maximumCount else { return nil }
      let parts = pair.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = PercentEncoding.decode(parts[0], plusIsSpace: true) else { return nil }
      var value = ""
      if parts.count == 2 {
        guard let decoded = PercentEncoding.decode(parts[1], plusIsSpace: true) else { return nil }
        value = decoded
      }
      items.append(Item(name: name, value: value))
    }
    self.items = items
  }

  /// The query or form text for these items, for links that keep a filter.
  package var encoded: String {
    items.map { PercentEncoding.encode($0.name) + "=" + PercentEncoding.encode($0.value) }
      .joined(separator: "&")
  }
}
