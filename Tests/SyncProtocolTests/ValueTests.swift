import SyncProtocol
import Testing

@Suite struct ValueTests {
  @Test func `texts that look alike but differ in bytes are different values`() {
    let composed = Value.text("\u{e9}")
    let decomposed = Value.text("e\u{301}")
    // The trap: to Swift's own comparison these are one text.
    #expect("\u{e9}" == "e\u{301}")
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed]).count == 2)
  }

  @Test func `values of different types are different`() {
    let values: [Value] = [.unset, .integer(0), .text(""), .bytes([]), .text("0"), .bytes([48])]
    for (index, value) in values.enumerated() {
      for (otherIndex, other) in values.enumerated() {
        #expect((value == other) == (index == otherIndex))
      }
    }
    #expect(Set(values).count == values.count)
  }

  @Test func `equal values hash alike`() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<500 {
      let value = Value.sample(using: &generator)
      let copy: Value
      switch value {
      case .text(let text): copy = .text(String(decoding: Array(text.utf8), as: UTF8.self))
      case .bytes(let bytes): copy = .bytes(bytes.map { $0 })
      default: copy = value
      }
      #expect(value == copy)
      #expect(value.hashValue == copy.hashValue)
    }
  }

  @Test func `a value tells its type and only its own content`() {
    #expect(Value.unset.kind == nil && Value.unset.isUnset)
    #expect(Value.integer(3).kind == .integer && Value.integer(3).integer == 3)
    #expect(Value.text("a").kind == .text && Value.text("a").text == "a")
    #expect(Value.bytes([1]).kind == .bytes && Value.bytes([1]).bytes == [1])
    #expect(Value.text("3").integer == nil && Value.integer(3).text == nil)
    #expect(Value.text("3").bytes == nil && !Value.text("").isUnset)
  }

  @Test func `a sealed value has the sizes of its cipher`() throws {
    let dot = try makeDot(300, 1, 1)
    func sealed(nonce: Int, ciphertext: Int) -> SealedValue? {
      SealedValue(
        subject: dot, key: dot, nonce: Array(repeating: 1, count: nonce),
        ciphertext: Array(repeating: 2, count: ciphertext))
    }
    #expect(sealed(nonce: 24, ciphertext: 16) != nil)
    #expect(sealed(nonce: 24, ciphertext: Limits.ciphertextBytes) != nil)
    #expect(sealed(nonce: 23, ciphertext: 16) == nil && sealed(nonce: 24, ciphertext: 15) == nil)
    #expect(sealed(nonce: 24, ciphertext: Limits.ciphertextBytes + 1) == nil)
  }

  @Test func `only a plain value stands inside a sealed one`() throws {
    for value in [Value.integer(.min), .text(""), .bytes([4])] {
      #expect(try Value(clearText: value.tagged) == value)
    }
    for value in [Value.unset, .erased(try makeDot(300, 1, 1))] {
      #expect(throws: ProtocolError.malformed(.unknownCode)) { try Value(clearText: value.tagged) }
    }
    #expect(throws: ProtocolError.malformed(.trailingBytes)) {
      try Value(clearText: Value.integer(1).tagged + [0])
    }
  }

  @Test func `a field holds what it declares and nothing else`() throws {
    let subject = try makeDot(300, 1, 1)
    let sealed = SealedValue(
      subject: subject, key: subject, nonce: Array(repeating: 0, count: 24),
      ciphertext: Array(repeating: 0, count: 16))
    let values: [Value] = [.unset, .text("a"), .sealed(try #require(sealed)), .erased(subject)]
    #expect(values.map(ResidentTable.fullName.holds) == [false, false, true, true])
    #expect(values.map(PlaceTable.name.holds) == [false, true, false, false])
  }

  @Test func `conflicts compare bytes`() throws {
    var row = RowState(table: sampleTable, row: try makeDot(300, 1, 1))
    for (number, text) in [(301, "\u{e9}"), (302, "e\u{301}")] as [(UInt32, String)] {
      row.merge(
        Operation(
          dot: try makeDot(number, 1, 1), table: sampleTable, row: row.row, author: nil,
          time: Timestamp(rawValue: 1), writes: [FieldWrite(registerField, .text(text))]))
    }
    #expect(row.isInConflict(registerField))
  }
}
