import FieldWork
import Pages
import Replica
import Web

/// Exchanging with a colleague's laptop on the same network: this one waits, or goes to one that waits.
struct NeighbourPage {
  static let path = "/neighbour"
  static let title = BilingualText(vi: "Máy bên cạnh", en: "A colleague's laptop")
  static let purpose = BilingualText(
    vi: "Trao đổi với máy của đồng nghiệp trên cùng mạng, không cần trung tâm",
    en: "Exchange with a colleague's laptop on the same network, without the centre")

  static let routes =
    [
      LaptopRoute(.get, path) { try NeighbourPage($0).page() },
      LaptopRoute(.post, path) { try NeighbourPage($0).ask() },
    ] + NeighbourWorkPage.routes

  private static let actName = "act"
  private static let addressName = "address"
  private static let codeName = "code"

  /// What a button asks for.
  private enum Act: String {
    case wait, join
  }

  private let request: LaptopRequest
  private let language: Language

  private init(_ request: LaptopRequest) {
    self.request = request
    language = request.language
  }

  private func ask() throws -> HTTPResponse {
    switch request.form[Self.actName].flatMap(Act.init(rawValue:)) {
    case .wait: return begin(.wait)
    case .join:
      let typed = (
        address: (request.form[Self.addressName] ?? "").trimmed,
        code: request.form[Self.codeName] ?? ""
      )
      let address = try? NeighbourAddress(typed.address)
      let code = PairingCode(parsing: typed.code)
      guard let address, !typed.address.isEmpty, let code else {
        return try page(
          typed,
          addressProblem: address == nil || typed.address.isEmpty
            ? NeighbourPageWords.addressNeeded : nil,
          codeProblem: code == nil ? NeighbourPageWords.codeNeeded : nil)
      }
      return begin(.join(address, code))
    case nil: return .seeOther(Self.path)
    }
  }

  private func begin(_ order: NeighbourWork.Order) -> HTTPResponse {
    request.work.neighbours.ask(order, key: request.laptop.storeKey)
    return .seeOther(NeighbourWorkPage.path)
  }

  private func page(
    _ typed: (address: String, code: String) = ("", ""), addressProblem: BilingualText? = nil,
    codeProblem: BilingualText? = nil
  ) throws -> HTTPResponse {
    let isRefused = addressProblem != nil || codeProblem != nil
    return try request.page(Self.title, status: isRefused ? 422 : 200) {
      NeighbourWorkPage.way(request)
      panel(lead: NeighbourPageWords.lead.text(in: language)) {
        element("p") { NeighbourPageWords.network.text(in: language) }
        element("p") { NeighbourPageWords.notHandingOver.text(in: language) }
      }
      panel(
        NeighbourPageWords.waitHeading.text(in: language),
        lead: NeighbourPageWords.waitLead.text(in: language)
      ) {
        actionForm(
          Self.path, NeighbourPageWords.wait, request,
          fields: [(Self.actName, Act.wait.rawValue)])
      }
      panel(
        NeighbourPageWords.joinHeading.text(in: language),
        lead: NeighbourPageWords.joinLead.text(in: language)
      ) { joining(typed, addressProblem, codeProblem) }
    }
  }

  private func joining(
    _ typed: (address: String, code: String), _ addressProblem: BilingualText?,
    _ codeProblem: BilingualText?
  ) -> HTML {
    PageForm(
      action: Self.path, formToken: request.formToken, submit: NeighbourPageWords.join
    ).html(language) {
      hidden(Self.actName, Act.join.rawValue)
      PageField(
        Self.addressName, NeighbourPageWords.address, value: typed.address,
        hint: NeighbourPageWords.addressHint, error: addressProblem, isRequired: true
      ).html(language)
      PageField(
        Self.codeName, NeighbourPageWords.code, .digits, value: typed.code,
        hint: NeighbourPageWords.codeHint, error: codeProblem, isRequired: true
      ).html(language)
    }
  }
}
