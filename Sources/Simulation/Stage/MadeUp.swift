/// What tells invented people from real ones.
enum MadeUp {
  /// Stands behind every made-up name.
  static let mark = "(mẫu)"
}
