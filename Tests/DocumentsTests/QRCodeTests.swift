import Documents
import Foundation
import Testing

@Suite struct QRCodeTests {
  /// Version 1, level M, mask 4, as a second encoder (segno 1.6) makes it of the same text.
  private static let vector = """
    #######.##..#.#######
    #.....#..###..#.....#
    #.###.#.....#.#.###.#
    #.###.#.#.....#.###.#
    #.###.#.#...#.#.###.#
    #.....#.####..#.....#
    #######.#.#.#.#######
    ........#####........
    #...#.####.#.#####..#
    ####.....#.##.#..###.
    #.###.##.#.#..###.##.
    ###.#..####....#..#.#
    ....#.##.##.###..#.##
    ........#.#.###..###.
    #######.##..#...###..
    #.....#..####...#...#
    #.###.#.#..#.##.##..#
    #.###.#..####...#..##
    #.###.#....#..##.....
    #.....#..#...###.#..#
    #######.###.###..#.##
    """

  @Test func `a code has the modules that another encoder gives it`() throws {
    let code = try QRCode("CAMTAY 17713")
    let drawn = code.rows.map { String($0.map { $0 ? "#" : "." }) }.joined(separator: "\n")
    #expect(drawn == Self.vector)
    #expect(code.size == 21)
  }

  @Test func `a text that no code holds is refused with its length`() throws {
    #expect(throws: QRCodeError.empty) { try QRCode("") }
    #expect(throws: QRCodeError.zeroByte) { try QRCode("A\u{0}B") }
    let longest = String(repeating: "a", count: QRCode.maximumBytes)
    #expect(try QRCode(longest, correction: .low).size == 177)
    #expect(throws: QRCodeError.tooLong(bytes: 2953)) { try QRCode(longest, correction: .medium) }
    #expect(throws: QRCodeError.tooLong(bytes: 2954)) {
      try QRCode(longest + "a", correction: .low)
    }
  }

  @Test func `more correction makes a larger code of the same text`() throws {
    let text = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/1.000894"
    let sizes = try QRCode.Correction.allCases.map { try QRCode(text, correction: $0).size }
    #expect(sizes == sizes.sorted() && Set(sizes).count > 1)
  }

  @Test func `blocks for a terminal hold two rows in a line and are white where the code is light`()
    throws
  {
    let code = try QRCode("CAMTAY 17713")
    let lines = code.blocks.split(separator: "\n").map(Array.init)
    #expect(lines.count == 15 && lines.allSatisfy { $0.count == 29 })
    for (y, row) in code.rows.enumerated() {
      for (x, isDark) in row.enumerated() {
        let block = lines[(y + 4) / 2][x + 4]
        let light: Set<Character> = y % 2 == 0 ? ["█", "▀"] : ["█", "▄"]
        #expect(light.contains(block) == !isDark, "\(x) \(y)")
      }
    }
  }

  static let reader = "/usr/bin/zbarimg"

  /// Debian's zbar-tools read what libqrencode wrote: two programs that share no line.
  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: reader),
      "zbarimg is missing (Debian package zbar-tools): codes are not read back"),
    arguments: [
      "CAMTAY 17713", "H12.34.56-260718-0001", "Thủ tục: cầm tay chỉ việc",
      String(repeating: "camtay-0123456789;", count: 40),
    ])
  func `an independent reader finds the text again`(_ text: String) throws {
    for correction in QRCode.Correction.allCases {
      let code = try QRCode(text, correction: correction)
      #expect(try Self.read(code) == text, "\(correction)")
    }
  }

  /// Draws the code as a portable grey map of 4 pixels a module, and has it read.
  private static func read(_ code: QRCode) throws -> String {
    let scale = 4
    let side = (code.size + 2 * QRCode.quietZone) * scale
    var pixels = Data("P5\n\(side) \(side)\n255\n".utf8)
    for y in 0..<side {
      for x in 0..<side {
        let (column, row) = (x / scale - QRCode.quietZone, y / scale - QRCode.quietZone)
        let isInside = code.rows.indices.contains(row) && code.rows.indices.contains(column)
        pixels.append(isInside && code.rows[row][column] ? 0 : 255)
      }
    }
    let folder = FileManager.default.temporaryDirectory
    let file = folder.appending(path: "camtay-qr-\(UUID().uuidString).pgm")
    try pixels.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: reader)
    process.arguments = ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", file.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
  }
}
