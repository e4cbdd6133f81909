import SyncProtocol
import Testing

@Suite struct FieldTests {
  @Test func `a field number carries its kind in the low three bits`() {
    for kind in [FieldKind.register, .centreRegister, .event, .set, .tally] {
      let field = FieldID(8_191, kind)
      #expect(field.rawValue == 8_191 << 3 | UInt16(kind.rawValue))
      #expect(field.kind == kind)
    }
    #expect(FieldID.deletes.rawValue == 3)
  }

  @Test func `a kind of a later version is no kind of this one`() {
    for kind in 5...7 as ClosedRange<UInt16> {
      #expect(FieldID(rawValue: 9 << 3 | kind).kind == nil)
    }
  }
}
