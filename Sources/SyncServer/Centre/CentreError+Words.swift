import FieldWork

extension CentreError {
  /// What happened, what is safe and what to do next.
  package var words: BilingualText {
    switch self {
    case .notInitialised(let path):
      BilingualText(
        vi: "Chưa có trung tâm nào ở \(path). Hãy chạy: camtay-server init --place MÃ",
        en: "There is no centre in \(path) yet. Run: camtay-server init --place CODE")
    case .alreadyInitialised(let path):
      BilingualText(
        vi: "Ở \(path) đã có trung tâm; không có gì bị thay đổi. "
          + "Quên mật khẩu thì chạy: camtay-server account password TÊN",
        en: "There is a centre in \(path) already; nothing was changed. "
          + "For a lost password run: camtay-server account password NAME")
    case .inUse:
      BilingualText(
        vi: "Một tiến trình khác đang phục vụ trung tâm này; dữ liệu không bị ảnh hưởng. "
          + "Mỗi trung tâm chỉ chạy một “serve”; hãy dùng tiến trình đó hoặc dừng nó.",
        en: "Another process serves this centre; its data are safe. "
          + "A centre runs one “serve” at a time: use that one, or stop it first.")
    case .keyMissing(let name):
      BilingualText(
        vi: "Thiếu tệp khóa \(name). Dữ liệu vẫn còn; hãy lấy lại tệp này từ bản sao lưu.",
        en: "The key file \(name) is missing. The data are still there; restore it from a backup.")
    case .keyDamaged(let name):
      BilingualText(
        vi: "Tệp khóa \(name) bị hỏng. Dữ liệu vẫn còn; hãy lấy lại tệp này từ bản sao lưu.",
        en: "The key file \(name) is damaged. The data are still there; restore it from a backup.")
    case .unknownPlace(let code, let suggestions): Self.unknownPlace(code, suggestions)
    case .badHost(let host):
      BilingualText(
        vi: "“\(host)” không phải tên máy hay địa chỉ; chưa tạo gì.",
        en: "“\(host)” is no host name or address; nothing was made.")
    case .challengeOfNobody:
      BilingualText(
        vi: "Không máy nào của trung tâm này cho thấy các nhóm ấy, hoặc có ký tự đọc nhầm; "
          + "chưa cho mã nào. Hãy đọc lại từng nhóm với người giữ máy.",
        en: "No laptop of this centre shows these groups, or a character was misread; no code was "
          + "given. Go through the groups again with the holder of the laptop.")
    case .laptopIsLost(let label):
      BilingualText(
        vi: "Máy “\(label)” đã bị báo mất nên không cho mã. Nếu đã tìm thấy, hãy chạy trước: "
          + "camtay-server laptop found MÁY --by TÊN",
        en: "The laptop “\(label)” was declared lost, so no code was given. If it was found, run "
          + "first: camtay-server laptop found LAPTOP --by NAME")
    case .codeNotWaiting: EnrolmentCodeWords.notWaiting
    case .laptopUnknown(let text):
      BilingualText(
        vi: "Không có máy “\(text)” trong phạm vi của bạn; chưa đổi gì. Hãy mở lại danh sách máy.",
        en: "There is no laptop “\(text)” within your reach; nothing was changed. Open the list of "
          + "laptops again.")
    case .unknownImportFile(let path):
      BilingualText(
        vi: "\(path): dòng đầu không phải của hamlets.csv (commune_code,name,kind) hay members.csv "
          + "(hamlet,team,full_name,role,organisation,phone,from). Chưa nhập gì.",
        en: "\(path): the first line is neither that of hamlets.csv (commune_code,name,kind) "
          + "nor of members.csv (hamlet,team,full_name,role,organisation,phone,from). "
          + "Nothing was imported.")
    case .importFileTwice(let path):
      BilingualText(
        vi: "\(path): đã có một tệp cùng loại; mỗi lần chỉ nhập một tệp mỗi loại. Chưa nhập gì.",
        en: "\(path): a second file of its kind; give one of each at a time. Nothing was imported.")
    case .outputExists(let path):
      BilingualText(
        vi: "\(path) đã có sẵn nên không ghi đè. Hãy chọn tên khác.",
        en: "\(path) exists already and was not overwritten. Choose another name.")
    case .teamNeeded(let teams):
      BilingualText(
        vi: "Máy này cho tổ nào? Hãy thêm --team hoặc --member. Các tổ:\n  "
          + teams.joined(separator: "\n  "),
        en: "Which team is the laptop for? Add --team or --member. The teams:\n  "
          + teams.joined(separator: "\n  "))
    case .addressNeeded:
      BilingualText(
        vi: "Với --file cần --address: địa chỉ mà máy sẽ tìm trung tâm, như https://10.0.0.5:8765",
        en: "--file needs --address: where the laptop will find the centre, as in "
          + "https://10.0.0.5:8765")
    case .badAddress(let address):
      BilingualText(
        vi: "Địa chỉ “\(address)” không dùng được: cần https://…, hoặc http:// trên chính máy này.",
        en: "The address “\(address)” will not do: https://…, or http:// on this very machine.")
    case .epochsUsedUp:
      BilingualText(
        vi: "Trung tâm này đã được phục hồi 255 lần, không mở thêm được nữa; dữ liệu vẫn còn. "
          + "Hãy tạo trung tâm mới.",
        en: "This centre was restored 255 times and cannot be once more; the data are still there. "
          + "Make a new centre.")
    case .nextLifeDue(let path):
      BilingualText(
        vi: "Kho ở \(path) cũ hơn khóa bên cạnh: lần phục hồi trước bị ngắt giữa chừng, hoặc một "
          + "tệp cũ đã được chép đè lên. Không mất gì và chưa thay đổi gì. Hãy chạy "
          + "“camtay-server serve”, lệnh này tự làm nốt, hoặc phục hồi lại.",
        en: "The store in \(path) is older than the keys beside it: a restore was cut off, or an "
          + "old file was copied over it. Nothing is lost and nothing was changed. Run "
          + "“camtay-server serve”, which finishes the restore, or restore again.")
    case .backupOfAnother(let path):
      BilingualText(
        vi: "\(path) là bản sao lưu của trung tâm khác hoặc của một máy, không khớp khóa ở đây. "
          + "Chưa thay đổi gì.",
        en: "\(path) is a backup of another centre than these keys', or of a laptop. Nothing was "
          + "changed.")
    case .keysOfAnother(let path):
      BilingualText(
        vi: "\(path) không có khóa của trung tâm (có thể là tệp khóa của một máy). Chưa thay đổi "
          + "gì. Hãy chọn tệp do “camtay-server backup --with-keys” tạo ra.",
        en: "\(path) holds no keys of a centre (perhaps it is a laptop's). Nothing was changed. "
          + "Choose the file that “camtay-server backup --with-keys” made.")
    case .keysNeeded(let path):
      BilingualText(
        vi: "Ở \(path) không có khóa của trung tâm; bản sao lưu dữ liệu không chứa khóa. "
          + "Hãy thêm --keys TỆP (tệp do “backup --with-keys” tạo ra). Chưa thay đổi gì.",
        en: "There are no keys of the centre in \(path), and a backup of data holds none. "
          + "Add --keys FILE (made by “backup --with-keys”). Nothing was changed.")
    case .labelTooLong:
      BilingualText(
        vi: "Tên máy dài quá 100 byte.", en: "The laptop's label is longer than 100 bytes.")
    }
  }

  private static func unknownPlace(
    _ code: String, _ suggestions: [PlaceSuggestion]
  ) -> BilingualText {
    let list = suggestions.map { "\n  \($0.code)  \($0.name)" }.joined()
    guard !list.isEmpty else {
      return BilingualText(
        vi: "Không có xã hay tỉnh nào mã “\(code)”; chưa tạo gì. "
          + "Tìm mã: camtay-server place find TÊN",
        en: "No commune or province has the code “\(code)”; nothing was made. "
          + "Find it with: camtay-server place find NAME")
    }
    return BilingualText(
      vi: "Không có xã hay tỉnh nào mã “\(code)”; chưa tạo gì. Có phải là:" + list,
      en: "No commune or province has the code “\(code)”; nothing was made. Perhaps:" + list)
  }
}
