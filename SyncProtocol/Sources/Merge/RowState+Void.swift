extension FieldID {
  /// The register that every row has, in which the centre says why the row does not count.
  public static let void = FieldID(0, .centreRegister)
}

extension RowState {
  /// Why the centre voided the row: the shown reason; nil while it counts.
  public var voidReason: String? { shown(.void)?.value.text }

  /// Why nobody is shown the row: 1 deleted, 2 voided by the centre, 3 both; nil when it is shown.
  public var hiding: Int64? {
    let hiding = (deletion == .deleted ? 1 : 0) | (voidReason != nil ? 2 : 0) as Int64
    return hiding == 0 ? nil : hiding
  }
}
