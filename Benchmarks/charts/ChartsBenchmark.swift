import Charts
import Foundation
import Languages
import Partnership
@_spi(Gate) import Publication

/// `ChartsBenchmark ROUNDS FOLDER`: draws as many different line charts (4 series × 5 years) and bar
/// charts (33 regions), writes a few of each into FOLDER, and prints seconds of the processor and bytes.
@main
struct ChartsBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    let rounds = arguments.count > 1 ? max(1, Int(arguments[1]) ?? 1) : 20_000
    let folder = arguments.count > 2 ? URL(filePath: arguments[2]) : nil
    var random = Values(state: 3)
    // Made beforehand, as the peers’ are: what is timed is drawing alone.
    let lineCharts = (0..<rounds).map { _ in line(&random) }
    let barCharts = (0..<rounds).map { _ in bars(&random) }
    try measure("line", lineCharts, into: folder)
    try measure("bars", barCharts, into: folder)
  }

  static func measure(_ name: String, _ charts: [any ChartKind], into folder: URL?) throws {
    _ = charts[0].draw(in: .french, id: "c", width: .wide)
    var bytes = 0
    // Of the processor, since other programs may have it in between.
    let start = clock()
    for chart in charts { bytes += chart.draw(in: .french, id: "c", width: .wide).svg.count }
    let seconds = Double(clock() - start) / 1_000_000  // as POSIX has it
    print("\(name) \(charts.count) \(seconds) \(bytes)")
    guard let folder else { return }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (index, chart) in charts.prefix(20).enumerated() {
      let svg = chart.draw(in: .french, id: "c", width: .wide).svg
      try Data(svg).write(to: folder.appending(path: "\(name)-\(index).svg"))
    }
  }

  static let subject = Subject(
    name: Localized(english: "People trained", french: "Personnes formées"),
    unit: UnitName(
      one: Localized(english: "person", french: "personne"),
      many: Localized(english: "people", french: "personnes"), isFeminineInFrench: true),
    direction: .up, objective: 1)

  static func line(_ random: inout Values) -> any ChartKind {
    LineChart(
      subject: subject,
      periods: (2023..<2028).map { Localized(both: "\($0)") },
      series: ["A", "B", "C", "D"].map { name in
        Series(Localized(both: name), (0..<5).map { _ in random.figure() })
      })
  }

  static func bars(_ random: inout Values) -> any ChartKind {
    BarChart(
      subject: subject,
      categories: (0..<33).map { Localized(english: "Region \($0)", french: "Région \($0)") },
      series: [Series(subject.name, (0..<33).map { _ in random.figure() })], order: .byValue)
  }

  /// From 5 to 900, as the peers have them.
  struct Values {
    var state: UInt64

    mutating func figure() -> Figure {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Figure(.value(Quantity(5 + Int((state >> 33) % 896))))
    }
  }
}
