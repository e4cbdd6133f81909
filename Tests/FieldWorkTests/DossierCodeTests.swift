import Testing

@testable import FieldWork

/// Which texts are doubted as codes of dossiers.
@Suite struct DossierCodeTests {
  @Test func `whatever a portal may write is taken unasked`() {
    for code in [
      "H12.99-261118-0007", "000.00.12.H40-261118-0001", "G22.99.05 261118 0001", "12", "HS 0123",
      "261118/HS-ĐĐ", "h40.1-1", "1.001193.000.00.00.H40", "0",
    ] { #expect(!DossierCode.isUnlike(code), "\(code)") }
  }

  @Test func `words are doubted`() {
    for text in ["xong rồi", "xong", "Đã nộp ngày 18/11", "da nop 12", "chưa có", "co roi", "-"] {
      #expect(DossierCode.isUnlike(text), "\(text)")
    }
    #expect(!DossierCode.isUnlike("") && !DossierCode.isUnlike(" "))
  }
}
