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

/// Names for the codes that assists and submissions carry.
package enum ServiceNames {
  /// The code in its stored form when a procedure or service has it; nil otherwise.
  package static func canonicalCode(_ text: String) -> String? {
    guard text.utf8.count <= 60 else { return nil }
    let code = text.filter { !$0.isWhitespace }
    if let service = FieldService(rawValue: code.lowercased()) { return service.rawValue }
    return Procedures.procedure(code: code)?.code
  }

  /// The code that somebody means who types a code, or a whole name that only one procedure or service
  /// has, with or without its marks; nil for anything else.
  package static func code(typed text: String) -> String? {
    if let code = canonicalCode(text) { return code }
    guard text.utf8.count <= maximumNameBytes else { return nil }
    let typed = SearchFold.base(text)
    guard !typed.isEmpty else { return nil }
    let found = codesByName[typed] ?? []
    return found.count == 1 ? found.first : nil
  }

  /// Codes of the services and procedures that words of a name mean, the likeliest first: services,
  /// which are few, before procedures.
  package static func find(_ words: String, limit: Int) -> [String] {
    let typed = SearchFold.base(String(words.prefix(200))).split(separator: " ")
    guard !typed.isEmpty else { return [] }
    let services = FieldService.allCases.filter { service in
      let names = SearchFold.base("\(service.words.vietnamese) \(service.words.english)")
        .split(separator: " ")
      return typed.allSatisfy { word in names.contains { $0.hasPrefix(word) } }
    }
    let found =
      services.map(\.rawValue)
      + Procedures.find(String(words.prefix(200)), limit: limit).map(\.code)
    return Array(found.prefix(limit))
  }

  /// A name longer than any of a procedure is not looked up.
  private static let maximumNameBytes = 1_500

  private static let codesByName: [String: [String]] = {
    var codes: [String: [String]] = [:]
    func add(_ name: String, _ code: String) {
      let whole = SearchFold.base(name)
      // People leave out the "procedure of" with which half of the names begin.
      let prefix = "thu tuc "
      for folded in [whole]
        + (whole.hasPrefix(prefix) ? [String(whole.dropFirst(prefix.count))] : [])
      where codes[folded]?.contains(code) != true {
        codes[folded, default: []].append(code)
      }
    }
    for service in FieldService.allCases {
      add(service.words.vietnamese, service.rawValue)
      add(service.words.english, service.rawValue)
    }
    for procedure in Procedures.all { add(procedure.name(.vietnamese), procedure.code) }
    return codes
  }()

  /// The name of a procedure or service; a code that this version does not know stands for itself.
  package static func name(of code: String, in language: Language) -> String {
    if let service = FieldService(rawValue: code) { return service.words.text(in: language) }
    return Procedures.procedure(code: code)?.name(language) ?? code
  }
}
