import FieldWork
import Pages
import SyncProtocol
import Web

/// The way to record a voided assist or dossier anew: with what it belongs to, where that stands, and
/// else with a new visit to the household.
enum RecordingAgain {
  /// Below a voided assist.
  static func html(assistAt id: RowID?, _ request: LaptopRequest) throws -> HTML {
    guard let visit = try id.flatMap({ try request.reader.record(Visit.self, $0) }) else {
      return .empty
    }
    if visit.voidReason == nil {
      return way(
        "/visits/\(visit.codeText)/assists",
        BilingualText(vi: "Ghi lại lượt hỗ trợ này", en: "Record this assist anew"), request)
    }
    guard
      let household = try visit.household.flatMap({ try request.reader.record(Household.self, $0) }
      ),
      household.voidReason == nil
    else { return .empty }
    return way(
      "/households/\(household.codeText)/visits",
      BilingualText(
        vi: "Lượt thăm cũng đã bị hủy: ghi lại bằng lượt thăm mới",
        en: "Its visit was voided too: record it anew with a new visit"), request)
  }

  /// Below a voided dossier.
  static func html(dossierOf id: RowID?, _ request: LaptopRequest) throws -> HTML {
    guard let assist = try id.flatMap({ try request.reader.record(Assist.self, $0) }) else {
      return .empty
    }
    let visit = try assist.visit.flatMap { try request.reader.record(Visit.self, $0) }
    guard assist.voidReason == nil, visit?.voidReason == nil else {
      return try html(assistAt: assist.visit, request)
    }
    return way(
      MoreDossiers.path(assist),
      BilingualText(vi: "Ghi lại hồ sơ này", en: "Record this dossier anew"), request)
  }

  private static func way(
    _ path: String, _ words: BilingualText, _ request: LaptopRequest
  ) -> HTML {
    element("div", ["class": "row-actions", "id": "again"]) {
      actionForm(path, words, request, isQuiet: true)
    }
  }
}
