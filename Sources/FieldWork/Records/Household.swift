import Replica
import SyncProtocol

/// What stands behind a door.
package enum HouseholdKind: Int64, RecordEnumeration {
  /// A family.
  case family = 1
  /// A household business.
  case householdBusiness = 2
  /// A shop.
  case shop = 3
  /// An organisation.
  case organisation = 4

  /// The stable name.
  package var name: String {
    switch self {
    case .family: "family"
    case .householdBusiness: "household-business"
    case .shop: "shop"
    case .organisation: "organisation"
    }
  }

  /// What people read.
  package var words: BilingualText {
    switch self {
    case .family: BilingualText(vi: "hộ gia đình", en: "family")
    case .householdBusiness: BilingualText(vi: "hộ kinh doanh", en: "household business")
    case .shop: BilingualText(vi: "cửa hàng", en: "shop")
    case .organisation: BilingualText(vi: "tổ chức", en: "organisation")
    }
  }
}

/// A household, household business, shop or organisation that teams visit.
package struct Household: FieldRecord {
  /// The synced table.
  package static let table = HouseholdTable.definition
  /// `H-…`.
  package static let kind: RecordCode.Kind? = .household
  /// The columns read.
  package static let columns = "place, kind, name, address, phone, language, note, void_reason"

  /// Identity, scope and code.
  package let header: RecordHeader
  /// The hamlet.
  package let place: RowID?
  /// What it is.
  package let kind: HouseholdKind?
  /// The head of the household, or the name over the shop.
  package let name: String?
  /// Address within the hamlet.
  package let address: String?
  /// Canonical telephone number.
  package let phone: String?
  /// Language spoken at home (BCP 47).
  package let language: String?
  /// Free text.
  package let note: String?
  /// Why a person voided it; nil while it stands.
  package let voidReason: String?

  /// Reads a row.
  package init(_ header: RecordHeader, reading row: inout ColumnReader) throws {
    self.header = header
    place = try row.reference()
    kind = try row.choice()
    // A name that is erased without the rest leaves the code, as if nobody had given one.
    name = try row.text().flatMap { $0 == OpenedValue.erased.standIn ? nil : $0 }
    address = try row.text()
    phone = try row.text()
    language = try row.text()
    note = try row.text()
    voidReason = try row.text()
  }
}

/// A household as typed; nil is "not given", an empty text empties the field.
package struct HouseholdDraft: Sendable {
  /// The hamlet; needed for a new household and fixed from then on.
  package var place: RowID?
  /// A name of `HouseholdKind`; a family when not given.
  package var kind: String?
  /// Needed for a new household.
  package var name: String?
  /// Address within the hamlet.
  package var address: String?
  /// Telephone.
  package var phone: String?
  /// BCP 47 tag such as `vi` or `hmn`.
  package var language: String?
  /// Free text.
  package var note: String?

  /// Gathers what was typed.
  package init(
    place: RowID? = nil, kind: String? = nil, name: String? = nil, address: String? = nil,
    phone: String? = nil, language: String? = nil, note: String? = nil
  ) {
    self.place = place
    self.kind = kind
    self.name = name
    self.address = address
    self.phone = phone
    self.language = language
    self.note = note
  }

  func check(_ checker: inout DraftChecker) {
    let kind = self.kind ?? (checker.isNew ? HouseholdKind.family.name : nil)
    checker.choice(kind, HouseholdTable.kind, HouseholdKind.self, required: true)
    checker.text(name, HouseholdTable.name, required: true)
    checker.text(address, HouseholdTable.address)
    checker.phone(phone, HouseholdTable.phone)
    checker.language(language, HouseholdTable.language)
    checker.text(note, HouseholdTable.note, limit: TextLimit.note, allowsLines: true)
  }
}
