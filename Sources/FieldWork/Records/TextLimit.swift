/// How long texts of records may be, in characters.
package enum TextLimit {
  /// A note, which may have lines.
  package static let note = 2_000
}
