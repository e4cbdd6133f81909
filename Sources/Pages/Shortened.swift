extension String {
  /// The text cut to so many characters for a table; names of procedures reach a thousand.
  package func shortened(to limit: Int = 90) -> String {
    guard utf8.count > limit, count > limit else { return self }
    return prefix(limit - 1) + "…"
  }
}
