import SyncProtocol

/// What somebody needs to know who helps with a procedure or service: what the national portal said
/// of it, and over that what the centre keeps, as it holds on a day.
package struct ServiceGuide: Sendable {
  /// A commune or province that is asked about.
  package struct Unit: Hashable, Sendable {
    /// Its national code.
    package let code: String
    /// What people call it.
    package let name: String
  }

  /// A procedure as it holds in a unit.
  package struct Offer: Sendable {
    /// The unit; nil where none was asked about.
    package let unit: Unit?
    /// What holds there.
    package let procedure: ProcedureInForce
  }

  /// A fact with what it is called; nil where nobody wrote it down.
  package typealias Line = (label: BilingualText, value: BilingualText?)

  /// Its code and name.
  package let entry: CatalogueEntry
  /// The sector; nil where nobody wrote one.
  package let sector: String?
  /// What the program brings of it; nil for a service, and for what only the centre knows.
  package let shipped: Procedure?
  /// The procedure in each of the units that were asked about; empty for a service.
  package let offers: [Offer]
  /// Why it does not hold on the day; nil where it does.
  package let lapse: ProcedureInForce.Lapse?
  /// What to bring.
  package let checklist: Checklist

  /// That a unit's data say two things of the same day; nil where they do not.
  package var dispute: BilingualText? {
    offers.contains { $0.procedure.isDisputed }
      ? BilingualText(
        vi:
          "Trung tâm ghi hai phiên bản cùng ngày cho thủ tục này: ở đây là bản ghi sau. Hãy hỏi lại "
          + "trước khi hẹn.",
        en: "The centre has two versions of this procedure from the same day: this is the one "
          + "recorded last. Ask before you promise anything.") : nil
  }

  /// Whether a day can be counted from what is known of it.
  package var hasTimeLimit: Bool {
    shipped?.term != nil || offers.contains { $0.procedure.limit != nil }
  }

  /// What nobody wrote down, in words.
  package static let notOnFile = BilingualText(
    vi: "không có trong dữ liệu của máy này", en: "not on file")

  /// The facts in the order in which people ask for them.
  package var lines: [Line] {
    let first = offers.first?.procedure
    guard entry.isProcedure else { return [(FieldLabel.words(of: "sector"), same(sector))] }
    var lines: [Line] = [
      (FieldLabel.words(of: "sector"), same(sector)),
      (
        BilingualText(vi: "Số loại giấy tờ nêu trên cổng", en: "Kinds of documents on the portal"),
        same(shipped?.documentCount.map(String.init))
      ),
      (FieldLabel.words(of: "fee"), fee(first)), (FieldLabel.words(of: "time_limit"), limit(first)),
    ]
    for offer in offers {
      guard let local = offer.procedure.localLimit else { continue }
      lines.append(
        (
          BilingualText(
            vi: "Thời hạn riêng" + (offer.unit.map { " tại \($0.name)" } ?? ""),
            en: "Own limit" + (offer.unit.map { " at \($0.name)" } ?? "")),
          words(of: local)
            + BilingualText(
              vi: "; áp dụng khi không dài hơn luật định",
              en: "; it holds where it is no longer than the law's")
        ))
    }
    return lines + [
      (
        BilingualText(vi: "Cách nộp", en: "Channels"),
        shipped.flatMap { $0.channels.isEmpty ? nil : channels($0.channels) }
      ),
      (
        BilingualText(vi: "Dịch vụ công", en: "Online service"),
        first?.versions.lazy.compactMap(\.serviceLevel).first?.words
          ?? shipped.map {
            BilingualText(vi: $0.serviceLevel.label(), en: $0.serviceLevel.label(.english))
          }
      ), (BilingualText(vi: "Cơ quan", en: "Agency"), same(shipped?.agency)),
    ]
  }

  private func same(_ text: String?) -> BilingualText? {
    text.flatMap { $0.isEmpty ? nil : BilingualText(same: $0) }
  }

  private func channels(_ list: [ProcedureChannel]) -> BilingualText {
    BilingualText(
      vi: list.map { $0.label() }.joined(separator: ", "),
      en: list.map { $0.label(.english) }.joined(separator: ", "))
  }

  /// The centre's own word; without one all that the portal said.
  private func fee(_ procedure: ProcedureInForce?) -> BilingualText? {
    if let version = procedure?.versions.first(where: { $0.fee != nil }), let fee = version.fee {
      return BilingualText(vi: Format.money(fee, .vietnamese), en: Format.money(fee, .english))
        + source(version.source)
    }
    return joined(shipped?.fees.map { PortalFee($0.value).words + within($0.channels) })
  }

  /// The term that deadlines are counted by, as lists and slips tell it; what else the portal says for
  /// other cases stands behind it. A number without a unit says nothing.
  private func limit(_ procedure: ProcedureInForce?) -> BilingualText? {
    let counted = procedure?.statutoryLimit?.term ?? shipped?.term
    let isOfTheCentre = procedure?.versions.contains { $0.limit != nil } == true
    guard !isOfTheCentre else { return procedure?.statutoryLimit.map(words) }
    let others = (shipped?.times ?? []).filter { time in
      if case .unknownUnit = time.value { return false }
      return counted.map { time.value != .term($0) } ?? true
    }.map {
      BilingualText(vi: $0.value.label(), en: $0.value.label(.english)) + within($0.channels)
    }
    let own = counted.map { BilingualText(vi: $0.label(), en: $0.label(.english)) }
    guard let own, let rest = joined(others) else { return own ?? joined(others) }
    return own + BilingualText(vi: "; cổng còn ghi: ", en: "; the portal also says: ") + rest
  }

  private func words(of entry: ProcessingLimits.Entry) -> BilingualText {
    BilingualText(vi: entry.term.label(.vietnamese), en: entry.term.label(.english))
      + source(entry.source)
  }

  private func source(_ text: String?) -> BilingualText {
    BilingualText(same: text.flatMap { $0.isEmpty ? nil : " (\($0))" } ?? "")
  }

  private func within(_ list: [ProcedureChannel]) -> BilingualText {
    BilingualText(same: " (") + channels(list) + BilingualText(same: ")")
  }

  private func joined(_ parts: [BilingualText]?) -> BilingualText? {
    guard let parts, let first = parts.first else { return nil }
    return parts.dropFirst().reduce(first) { $0 + BilingualText(same: "; ") + $1 }
  }
}

extension ServiceGuide {
  /// What the program alone says of a procedure or service, where no directory is at hand; nil for a
  /// code that it does not know.
  package init?(shipped code: String) {
    guard let code = ServiceNames.canonicalCode(code),
      let entry = ServiceBook.shipped.entry(of: code)
    else { return nil }
    let procedure = Procedures.procedure(code: code)
    self.init(
      entry: entry, sector: procedure?.sector, shipped: procedure, offers: [], lapse: nil,
      checklist: .none)
  }
}

extension RecordReader {
  /// What is known of a procedure or service on a day, as it holds in some communes or provinces; nil
  /// for a code that nobody knows.
  package func guide(
    to code: String, of units: [ServiceGuide.Unit] = [], on day: LocalDate
  ) throws -> ServiceGuide? {
    guard let code = try serviceCode(code), let entry = try serviceBook(only: code).entry(of: code)
    else { return nil }
    var offers: [ServiceGuide.Offer] = []
    if entry.isProcedure {
      offers = try (units.isEmpty ? [nil] : units.map(Optional.init)).compactMap { unit in
        try procedure(code, of: unit?.code, on: day).map {
          ServiceGuide.Offer(unit: unit, procedure: $0)
        }
      }
    }
    let shipped = Procedures.procedure(code: code)
    let lapses =
      offers.isEmpty
      ? [try lapse(ofService: code, of: nil, on: day)] : offers.map(\.procedure.lapse)
    return ServiceGuide(
      entry: offers.first.map {
        CatalogueEntry(code: code, name: $0.procedure.name, isProcedure: true)
      } ?? entry,
      sector: try directorySectors()[code] ?? shipped?.sector, shipped: shipped, offers: offers,
      // Somewhere it holds: then it is no slip to help with it.
      lapse: lapses.contains(nil) ? nil : lapses.first ?? nil,
      checklist: try checklist(of: code, on: day))
  }
}

extension RecordReader {
  /// A commune or province as it is called on a day; one that nobody knows by its code.
  package func unit(_ code: String, on day: LocalDate) throws -> ServiceGuide.Unit {
    ServiceGuide.Unit(
      code: code,
      name: try PlaceMap(self).name(of: code, on: day) ?? Provinces.province(code: code)?.name
        ?? code)
  }
}

extension FieldStore {
  /// The communes in which a laptop's hamlets lie on a day, in the order of their codes; none at the
  /// centre.
  package func ownUnits(on day: LocalDate) throws -> [ServiceGuide.Unit] {
    guard store.identity.role == .laptop else { return [] }
    let map = try PlaceMap(reader)
    let codes = Set(try store.grantedScopes().flatMap { map.units(of: $0, on: day) })
    return codes.sorted().map {
      ServiceGuide.Unit(code: $0, name: map.name(of: $0, on: day) ?? $0)
    }
  }
}
