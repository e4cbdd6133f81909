import CommandLine
import FieldWork
import Listings
import SyncProtocol

/// The edges of a record: which others are the same, or are not.
struct LinkLines {
  private let links: [DescribedLink]

  init(of row: RowID, _ kind: RecordCode.Kind, _ reader: RecordReader) throws {
    links = try reader.describedLinks(of: row, kind)
  }

  /// One line each.
  func say(_ console: Console) {
    let language = console.language
    for link in links {
      let label = FieldLabel.words(of: "links").text(in: language)
      console.write("\(label): \(link.words.text(in: language))\n")
    }
  }

  /// The member of a record's object.
  var json: JSONValue.Member {
    .init(
      "links",
      .array(
        links.map {
          [
            "kind": .text($0.link.kind.name), "code": .text(orNull: $0.code),
            "id": .text(String($0.link.other.rawValue)),
          ]
        }))
  }
}
