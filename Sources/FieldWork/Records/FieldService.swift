/// What teams help with that is no administrative procedure.
///
/// An assist names a procedure by its national code or one of these by its own; codes are
/// append-only.
package enum FieldService: String, CaseIterable, Hashable, Sendable {
  /// Activating an electronic identity of level 2.
  case electronicIdentity = "vneid"
  /// An account on the National Public Service Portal.
  case portalAccount = "portal-account"
  /// A personal digital signature.
  case digitalSignature = "digital-signature"
  /// Paying without cash: electricity, water, school, transfers.
  case cashlessPayment = "cashless-payment"
  /// A QR code for payments in a shop.
  case shopQR = "shop-qr"
  /// Pension or allowance into an account.
  case pensionAccount = "pension-account"
  /// Social and health insurance on the telephone.
  case socialInsurance = "social-insurance"
  /// Electronic health book.
  case healthBook = "health-book"
  /// Tax declaration of a household business.
  case taxDeclaration = "tax-declaration"
  /// Selling online.
  case onlineShop = "online-shop"
  /// Safety on the net, fraud.
  case onlineSafety = "online-safety"
  /// Looking up a dossier's status or a result.
  case dossierLookup = "dossier-lookup"
  /// Feedback to the authorities.
  case citizenFeedback = "citizen-feedback"
  /// Basic use of a smartphone.
  case smartphoneBasics = "smartphone-basics"

  /// What people read.
  package var words: BilingualText {
    switch self {
    case .electronicIdentity:
      BilingualText(
        vi: "kích hoạt định danh điện tử VNeID mức 2", en: "VNeID level 2 activation")
    case .portalAccount:
      BilingualText(
        vi: "tài khoản Cổng Dịch vụ công quốc gia", en: "account on the public service portal")
    case .digitalSignature: BilingualText(vi: "chữ ký số cá nhân", en: "digital signature")
    case .cashlessPayment:
      BilingualText(vi: "thanh toán không dùng tiền mặt", en: "cashless payment")
    case .shopQR: BilingualText(vi: "mã QR thanh toán cho cửa hàng", en: "QR code for a shop")
    case .pensionAccount:
      BilingualText(
        vi: "nhận lương hưu, trợ cấp qua tài khoản", en: "pension or allowance into an account")
    case .socialInsurance:
      BilingualText(vi: "bảo hiểm xã hội số (VssID)", en: "social insurance (VssID)")
    case .healthBook: BilingualText(vi: "sổ sức khỏe điện tử", en: "electronic health book")
    case .taxDeclaration:
      BilingualText(vi: "kê khai thuế hộ kinh doanh", en: "tax of a household business")
    case .onlineShop: BilingualText(vi: "bán hàng trực tuyến", en: "selling online")
    case .onlineSafety:
      BilingualText(vi: "an toàn trên mạng, phòng lừa đảo", en: "safety on the net")
    case .dossierLookup:
      BilingualText(vi: "tra cứu hồ sơ, kết quả", en: "looking up a dossier")
    case .citizenFeedback:
      BilingualText(vi: "phản ánh, kiến nghị", en: "feedback to the authorities")
    case .smartphoneBasics:
      BilingualText(vi: "dùng điện thoại thông minh", en: "using a smartphone")
    }
  }
}
