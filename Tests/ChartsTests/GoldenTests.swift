import Foundation
import Languages
import Testing

@testable import Charts

/// A chart that has a golden file: `line-hidden.fr.narrow.svg`.
struct GoldenChart: Sendable, CustomTestStringConvertible {
  let sample: Sample
  let variation: Variation
  let language: Language
  let width: ChartWidth

  var name: String {
    "\(sample.rawValue)-\(variation.rawValue).\(language.tag).\(width.rawValue).svg"
  }
  var testDescription: String { name }

  func drawn() -> Chart {
    sample.chart(variation).draw(in: language, id: "c", width: width)
  }

  /// Every kind, plain and with hidden figures in both languages and layouts, and in the states
  /// whose marks differ most.
  static let kept: [GoldenChart] = Sample.allCases.flatMap { sample in
    [Variation.normal, .hidden].flatMap { variation in
      [
        GoldenChart(sample: sample, variation: variation, language: .english, width: .wide),
        GoldenChart(sample: sample, variation: variation, language: .french, width: .narrow),
      ]
    }
      + [Variation.missing, .letters, .negative].map {
        GoldenChart(sample: sample, variation: $0, language: .english, width: .wide)
      }
  }

  /// All there are.
  static let all: [GoldenChart] = Sample.allCases.flatMap { sample in
    Variation.allCases.flatMap { variation in
      Language.allCases.flatMap { language in
        ChartWidth.allCases.map {
          GoldenChart(sample: sample, variation: variation, language: language, width: $0)
        }
      }
    }
  }
}

/// Files beside this suite. `make golden` renews them; a new one fails until it is committed, and
/// nothing is written where `CI` is set.
enum GoldenFolder {
  static let path = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")
  private static let environment = ProcessInfo.processInfo.environment
  static let isRenewing =
    environment["VITRINE_GOLDEN"] == "renew" && environment["CI"] == nil

  static func expect(_ text: String, in name: String, _ place: SourceLocation = #_sourceLocation)
    throws
  {
    let file = path.appending(path: name)
    if isRenewing {
      try Data(text.utf8).write(to: file)
      return
    }
    let known = try? String(contentsOf: file, encoding: .utf8)
    #expect(known == text, "\(name): look at it, then `make golden`", sourceLocation: place)
  }
}

@Suite("Charts are drawn as they were when somebody last looked")
struct GoldenTests {
  @Test("golden files", arguments: GoldenChart.kept)
  func file(_ chart: GoldenChart) throws {
    try GoldenFolder.expect(chart.drawn().markup + "\n", in: chart.name)
  }

  /// FNV-1a over the bytes: enough to tell that a chart is no longer the same.
  @Test("every chart of the gallery, by its length and hash")
  func list() throws {
    var list = ""
    for chart in GoldenChart.all {
      let bytes = chart.drawn().svg
      let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
        ($0 ^ UInt64($1)) &* 0x100_0000_01b3
      }
      list += "\(chart.name) \(bytes.count) \(String(hash, radix: 16))\n"
    }
    try GoldenFolder.expect(list, in: "gallery.txt")
  }

  @Test("no golden file is left of a chart that is no more")
  func strays() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: GoldenFolder.path.path)
    let strays = Set(files).subtracting(GoldenChart.kept.map(\.name) + ["gallery.txt"])
    #expect(strays.isEmpty)
  }
}
