import Documents
import FieldWork
import Web

/// What invites a resident on paper to rate the help: a QR code that opens the centre's page for it, and
/// the same to tick where there is no network, for a member to type later.
package struct RatingInvitation {
  /// Where the centre's pages for it begin; the record's code follows.
  package static let path = "/f"

  private let code: String
  private let centre: String?
  private let servesOnce: Bool

  /// An invitation to rate what a record is about.
  ///
  /// - Parameters:
  ///   - code: the code of a session, a dossier or a hamlet; all that the QR code holds besides the
  ///     address.
  ///   - centre: the centre's address as residents' telephones reach it; nil leaves the boxes to tick
  ///     alone.
  ///   - servesOnce: whether the centre takes one rating only.
  package init(code: String, centre: String?, servesOnce: Bool) {
    self.code = code
    self.centre = centre
    self.servesOnce = servesOnce
  }

  /// Where the page for a record lies at the centre.
  package static func path(of code: String) -> String { "\(path)/\(code)" }

  private var link: String? {
    centre.map { "\($0.hasSuffix("/") ? String($0.dropLast()) : $0)\(Self.path(of: code))" }
  }

  /// The QR code with its address in words, then the boxes.
  package func html(_ language: Language) -> HTML {
    element("div", ["class": "rating"]) {
      // An address that no code can hold is still there to be typed.
      if let link {
        if let drawing = try? QRCode(link) {
          QRCodeFigure(
            drawing, label: Self.label(code), caption: servesOnce ? Self.once : Self.scan
          )
          .html(language)
        }
        element("p", ["class": "qr-link"]) { link }
      }
      element("p", ["class": "qr-ticks"]) {
        boxes.text(in: language) + " "
        for rating in 1...5 {
          element("span", ["class": "nowrap"]) { "☐ \(rating)" }
          " "
        }
      }
    }
  }

  private var boxes: BilingualText { link == nil ? Self.tick : Self.withoutNetwork }

  /// What a resident is asked.
  package static let question = BilingualText(
    vi: "Mời bà con đánh giá việc hỗ trợ", en: "How was the help? Please rate it")
  private static let scan = BilingualText(
    vi: "Quét bằng máy ảnh điện thoại để cho điểm và góp ý.",
    en: "Scan it with a telephone's camera to rate and to say what you think.")
  private static let once = BilingualText(
    vi: "Quét bằng máy ảnh điện thoại để cho điểm và góp ý. Mã này dùng một lần.",
    en: "Scan it with a telephone's camera to rate and to say what you think. It serves once.")
  private static let withoutNetwork = BilingualText(
    vi: "Không có mạng: đánh dấu (1 rất không hài lòng, 5 rất hài lòng)",
    en: "Without a network, tick (1 very bad, 5 very good)")
  private static let tick = BilingualText(
    vi: "Đánh dấu (1 rất không hài lòng, 5 rất hài lòng) rồi đưa cho người của tổ",
    en: "Tick (1 very bad, 5 very good) and show it to a member of the team")

  private static func label(_ code: String) -> BilingualText {
    BilingualText(vi: "Mã QR để đánh giá \(code)", en: "QR code to rate \(code)")
  }
}
