import FieldWork
import Testing

@Suite struct CountKeyAddressTests {
  @Test func `every key of every dimension is read back from its address`() {
    for dimension in CountDimension.allCases {
      var keys: [CountKey] = [.none]
      if dimension.isSpan {
        keys += [.integer(0), .integer(20_000), .integer(-719_162)]
      } else if [.integer(1), .integer(99), .integer(-7)].allSatisfy({ (key: CountKey) in
        CountKey(address: key.address(along: dimension), along: dimension) == key
      }) {
        keys += [.integer(.max), .integer(.min)]
      } else {
        keys = [.none, .text("1.001193"), .text("-"), .text("--x"), .text("năm & bảy"), .text("")]
      }
      for key in keys {
        let address = key.address(along: dimension)
        #expect(CountKey(address: address, along: dimension) == key, "\(dimension.key): \(address)")
      }
    }
  }

  @Test func `what is no key is none`() {
    for text in ["x", "+1", "01", "1 ", "99999999999999999999", "2026-13-01"] {
      #expect(CountKey(address: text, along: .team) == nil, "\(text)")
      #expect(CountKey(address: text, along: .day) == nil, "\(text)")
    }
  }
}
