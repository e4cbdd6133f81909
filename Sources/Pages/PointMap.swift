import FieldWork
import Foundation
import Web

/// Places as points on a map, as inline SVG: where they lie, how large they are, how they stand.
///
/// It never stands alone: the caller puts its table beside it, which says the same and has the ways
/// for a keyboard. A point's shape and its colour both say how it stands.
package struct PointMap {
  /// One place.
  package struct Point {
    /// Its name.
    package let label: String
    /// What else is said of it when it is pointed at.
    package let detail: String
    /// Degrees north.
    package let latitude: Double
    /// Degrees east.
    package let longitude: Double
    /// How large it is beside the others; not negative.
    package let size: Int
    /// How it stands.
    package let mark: StateMark
    /// Where it leads.
    package let path: String

    /// A place.
    package init(
      _ label: String, detail: String, latitude: Double, longitude: Double, size: Int,
      mark: StateMark, path: String
    ) {
      self.label = label
      self.detail = detail
      self.latitude = latitude
      self.longitude = longitude
      self.size = size
      self.mark = mark
      self.path = path
    }
  }

  private let title: BilingualText
  private let sentence: BilingualText
  private let points: [Point]

  /// A map of points; those whose degrees are no degrees are left out.
  ///
  /// - Parameter sentence: the main thing that it shows.
  package init(_ title: BilingualText, sentence: BilingualText, points: [Point]) {
    self.title = title
    self.sentence = sentence
    self.points = points.filter {
      (-90...90).contains($0.latitude) && (-180...180).contains($0.longitude)
    }
  }

  private static let width = 780
  private static let heights = 160...560
  private static let margin = 46
  private static let radii = (least: 5.0, most: 18.0)
  /// Labels drawn; the table has the others.
  private static let maximumLabels = 24
  private static let labelHeight = 15

  /// The map with its sentence.
  package func html(_ language: Language) -> HTML {
    element("figure", ["class": "chart"]) {
      element("figcaption", ["class": "chart-sentence"]) { sentence.text(in: language) }
      if !points.isEmpty {
        let placed = placed
        element(
          "svg",
          [
            "class": "map", "viewBox": "0 0 \(Self.width) \(placed.height)", "role": "group",
            "aria-label": "\(title.text(in: language)). \(sentence.text(in: language))",
          ]
        ) {
          for point in placed.points { draw(point) }
          for label in labels(placed.points) {
            element(
              "text", ["x": "\(label.x)", "y": "\(label.y)", "text-anchor": "middle"]
            ) { label.text }
          }
        }
      }
    }
  }

  /// A few places need no tall map.
  private var greatestHeight: Int {
    min(Self.heights.upperBound, Self.heights.lowerBound + 40 * points.count)
  }

  private struct Placed {
    let point: Point
    let x: Int
    let y: Int
    let radius: Int
  }

  /// The points on paper: degrees of longitude are shorter the farther north.
  private var placed: (points: [Placed], height: Int) {
    let latitudes = points.map(\.latitude)
    let longitudes = points.map(\.longitude)
    guard let south = latitudes.min(), let north = latitudes.max(), let west = longitudes.min(),
      let east = longitudes.max()
    else { return ([], Self.heights.lowerBound) }
    let shortening = cos((south + north) / 2 * .pi / 180)
    let span = (across: (east - west) * shortening, up: north - south)
    let inner = (
      width: Double(Self.width - 2 * Self.margin),
      height: Double(greatestHeight - 2 * Self.margin)
    )
    let scale = min(
      span.across > 0 ? inner.width / span.across : .infinity,
      span.up > 0 ? inner.height / span.up : .infinity)
    // A single place lies in the middle.
    let unit = scale.isFinite ? scale : 0
    let height = min(
      greatestHeight, max(Self.heights.lowerBound, Int(span.up * unit) + 2 * Self.margin))
    let left = (Double(Self.width) - span.across * unit) / 2
    let top = (Double(height) - span.up * unit) / 2
    let greatest = Double(max(1, points.map(\.size).max() ?? 1))
    let placed = points.map { point in
      // The area of a point says its size.
      let share = (Double(max(0, point.size)) / greatest).squareRoot()
      return Placed(
        point: point, x: Int(left + (point.longitude - west) * shortening * unit),
        y: Int(top + (north - point.latitude) * unit),
        radius: Int(Self.radii.least + (Self.radii.most - Self.radii.least) * share))
    }
    // Small ones over large ones.
    return (
      placed.enumerated().sorted { ($1.element.radius, $0.offset) < ($0.element.radius, $1.offset) }
        .map(\.element), height
    )
  }

  private func draw(_ placed: Placed) -> HTML {
    let (x, y, radius) = (placed.x, placed.y, placed.radius)
    return element(
      "a", ["href": placed.point.path, "tabindex": "-1", "class": "point-\(placed.point.mark)"]
    ) {
      element("title") { "\(placed.point.label): \(placed.point.detail)" }
      switch placed.point.mark {
      case .attention:
        element(
          "path",
          [
            "d": "M\(x) \(y - radius - 2)l\(radius + 1) \(2 * radius)h-\(2 * radius + 2)z"
          ])
      case .missing, .neutral, .good:
        element("circle", ["cx": "\(x)", "cy": "\(y)", "r": "\(radius)"])
      }
    }
  }

  /// Names where they fit: first of those that need somebody, then of the largest.
  private func labels(_ placed: [Placed]) -> [(text: String, x: Int, y: Int)] {
    let ordered =
      placed.filter { $0.point.mark == .attention || $0.point.mark == .missing }
      + placed.filter { $0.point.mark == .good || $0.point.mark == .neutral }
    var labels: [(text: String, x: Int, y: Int)] = []
    var boxes: [(left: Int, right: Int, top: Int, bottom: Int)] = []
    for place in ordered where labels.count < Self.maximumLabels {
      let half = place.point.label.count * 4
      let x = min(max(place.x, half), Self.width - half)
      let y = place.y + place.radius + Self.labelHeight
      let box = (left: x - half, right: x + half, top: y - Self.labelHeight, bottom: y + 3)
      let isTaken = boxes.contains {
        $0.left < box.right && box.left < $0.right && $0.top < box.bottom && box.top < $0.bottom
      }
      guard !isTaken else { continue }
      boxes.append(box)
      labels.append((text: place.point.label, x: x, y: y))
    }
    return labels
  }
}
