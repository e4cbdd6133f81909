import Testing

@testable import FieldWork

struct ReferenceAttributionTests {
  @Test func `the attribution names every source and holds the licence in full`() {
    let text = ReferenceAttribution.text
    for name in ["Tran Ngoc Minh Hieu", "Vacanza", "HanChinhVN", "Thang Le Quoc"] {
      #expect(text.contains(name))
    }
    #expect(text.contains("public holidays 2023–2030 (a projection from 2027): holidays"))
    #expect(text.contains("Permission is hereby granted, free of charge"))
    #expect(text.contains("DEALINGS IN THE"))
  }
}
