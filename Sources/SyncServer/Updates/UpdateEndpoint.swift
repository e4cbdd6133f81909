import FieldWork
import Replica
import SyncProtocol
import Web

/// `GET /update/v1` and `GET /update/v1/:part/:offset`: the newer program for laptops. It is no secret;
/// whoever takes it in believes the centre's signature alone.
enum UpdateEndpoint {
  static let path = "/update/v1"
  static let piecePattern = "\(path)/:part/:offset"

  /// The word on the program.
  static func word(_ centre: Centre) -> HTTPResponse {
    answer { try CentreUpdate(centre).word()?.encoded }
  }

  /// Bytes of a part.
  static func piece(_ centre: Centre, _ parameters: RouteParameters) -> HTTPResponse {
    answer {
      guard let part = Int(parameters["part"].prefix(8)),
        let offset = Int(parameters["offset"].prefix(12)), offset >= 0
      else { return nil }
      return try CentreUpdate(centre).piece(part, at: offset)
    }
  }

  private static func answer(_ bytes: () throws -> [UInt8]?) -> HTTPResponse {
    do {
      guard let bytes = try bytes() else {
        return ProblemResponse.make(404, UpdateProblem.none.code, none)
      }
      return .bytes(bytes, type: SyncEndpoint.mediaType)
    } catch {
      return ProblemResponse.make(for: error)
    }
  }

  private static let none = BilingualText(
    vi: "Trung tâm chưa có bản cập nhật nào.", en: "The centre has no newer program.")
}
