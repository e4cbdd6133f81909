import Foundation

/// ICU's Vietnamese collation, out of the ICU that Foundation brings along.
///
/// `String.compare` with a locale is no use for this: it cuts equal beginnings off letter by letter
/// and then answers "Hoàng" against "Hồng" and the reverse as it pleases.
struct ICUCollator {
  private typealias Open =
    @convention(c) (UnsafePointer<CChar>?, UnsafeMutablePointer<Int32>) ->
    OpaquePointer?
  private typealias SetAttribute =
    @convention(c) (OpaquePointer, Int32, Int32, UnsafeMutablePointer<Int32>) -> Void
  private typealias SortKey =
    @convention(c) (
      OpaquePointer, UnsafePointer<UInt16>, Int32, UnsafeMutablePointer<UInt8>?, Int32
    ) -> Int32

  private let collator: OpaquePointer
  private let sortKeyFunction: SortKey

  /// Whether this toolchain's Foundation brings ICU's collation.
  static let isThere =
    symbol("swift_ucol_open") != nil && symbol("swift_ucol_getSortKey") != nil
    && symbol("swift_ucol_setAttribute") != nil

  /// Nil when there is no collation for Vietnamese.
  init?() {
    guard let open = Self.symbol("swift_ucol_open"), let key = Self.symbol("swift_ucol_getSortKey"),
      let set = Self.symbol("swift_ucol_setAttribute")
    else { return nil }
    var status: Int32 = 0
    let collator = unsafeBitCast(open, to: Open.self)("vi", &status)
    // Above 0 are errors; below are warnings, as that of falling back to another language.
    guard status == 0, let collator else { return nil }
    // UCOL_NUMERIC_COLLATION on: numbers by their value.
    unsafeBitCast(set, to: SetAttribute.self)(collator, 7, 17, &status)
    guard status == 0 else { return nil }
    self.collator = collator
    sortKeyFunction = unsafeBitCast(key, to: SortKey.self)
  }

  func sorted(_ names: [String]) -> [String] {
    names.map { (key($0), $0) }.sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
  }

  private func key(_ name: String) -> [UInt8] {
    let units = Array(name.utf16)
    var key = [UInt8](repeating: 0, count: units.count * 8 + 64)
    let count = sortKeyFunction(collator, units, Int32(units.count), &key, Int32(key.count))
    return Array(key.prefix(Int(count)))
  }

  // The collator lives as long as the test run.
  private static func symbol(_ name: String) -> UnsafeMutableRawPointer? {
    dlsym(dlopen(nil, RTLD_NOW), name)
  }
}
