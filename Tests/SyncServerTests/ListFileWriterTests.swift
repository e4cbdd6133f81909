import Foundation
import Replica
import SyncProtocol
import Testing
import Web

@testable import SyncServer

@Suite struct ListFileWriterTests {
  private func folder() throws -> HomeFolder {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("writer-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return HomeFolder(path: url.path)
  }

  private func bytes(of file: ResponseFile) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: "/proc/self/fd/\(file.descriptor)"))
  }

  @Test func `three hundred thousand rows wait in a piece of memory and arrive whole`() throws {
    let home = try folder()
    defer { try? FileManager.default.removeItem(atPath: home.path) }
    let writer = try CSVFileWriter(["Mã", "Số"], in: home)
    var most = 0
    for number in 1...300_000 {
      try writer.add([.text("A-\(number)"), .integer(Int64(number))])
      most = max(most, writer.waitingBytes)
    }
    #expect(most < CSVFileWriter.pieceBytes + 100, "\(most)")
    let text = String(decoding: try bytes(of: try writer.finish()), as: UTF8.self)
    #expect(text.hasPrefix("\u{feff}\"Mã\";\"Số\"\r\n\"A-1\";1\r\n"))
    #expect(text.hasSuffix("\"A-300000\";300000\r\n"))
    #expect(text.utf8.count { $0 == 10 } == 300_001)
    // Nothing is left behind under a name.
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.path).isEmpty)
  }

  @Test func `a workbook is a file without a name too`() throws {
    let home = try folder()
    defer { try? FileManager.default.removeItem(atPath: home.path) }
    let writer = try ListFileFormat.xlsx.writer(
      "Báo cáo", ["Mã"], in: home, at: Timestamp(rawValue: 1_760_000_000_000))
    for number in 1...1_000 { try writer.add([.integer(Int64(number))]) }
    let data = try bytes(of: try writer.finish())
    #expect(data.prefix(2) == Data("PK".utf8) && data.count > 4_000)
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.path).isEmpty)
  }
}
