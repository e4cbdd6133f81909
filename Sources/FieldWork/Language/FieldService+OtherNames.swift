extension FieldService {
  /// Other words that people look for it by, in both languages.
  package var otherNames: String {
    switch self {
    case .electronicIdentity: "căn cước điện tử, định danh mức 2, electronic identity, e-id"
    case .portalAccount: "đăng ký tài khoản dịch vụ công, dichvucong, portal registration"
    case .digitalSignature: "ký điện tử, chứng thư số, e-signature, electronic signature"
    case .cashlessPayment:
      "thanh toán trực tuyến, thanh toán online, chuyển khoản, ví điện tử, trả tiền điện nước, "
        + "ngân hàng số, online payment, pay online, mobile banking, e-wallet, bank transfer"
    case .shopQR: "quét mã QR, QR payment, merchant"
    case .pensionAccount: "chi trả an sinh xã hội, tài khoản an sinh, social security payment"
    case .socialInsurance: "BHXH, BHYT, bảo hiểm y tế, thẻ bảo hiểm, health insurance card"
    case .healthBook: "hồ sơ sức khỏe, khám chữa bệnh, medical record"
    case .taxDeclaration: "nộp thuế, eTax, pay tax"
    case .onlineShop: "sàn thương mại điện tử, bán hàng online, e-commerce, ecommerce"
    case .onlineSafety: "lừa đảo qua mạng, an ninh mạng, fraud, scam, security, phishing"
    case .dossierLookup: "tra cứu tình trạng hồ sơ, tracking, status, check a dossier"
    case .citizenFeedback: "khiếu nại, góp ý, complaint, petition"
    case .smartphoneBasics: "cài ứng dụng, điện thoại di động, phone, install an app"
    }
  }
}
