import Foundation
import Testing

@testable import Charts

/// The colours that a style sheet gives to charts, by the name of their custom property.
private struct Palette: Sendable, CustomTestStringConvertible {
  let testDescription: String
  var colours: [String: [Double]] = [:]

  /// Of the standalone file and of each theme: light, dark and, where they differ, on paper. What
  /// a theme does not say is as the default theme has it.
  static let all: [Palette] = {
    let themes = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Themes")
    let files = FileManager.default
    var sheets = [("standalone", ChartStyle.tokens)]
    func sheet(_ theme: String) -> String {
      let folder = themes.appending(path: "\(theme)/styles")
      return ((try? files.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
        .filter { $0 != "charts.css" }
        .compactMap { try? String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
        .joined(separator: "\n")
    }
    for theme in ((try? files.contentsOfDirectory(atPath: themes.path)) ?? []).sorted() {
      sheets.append((theme, theme == "vitrine" ? sheet(theme) : sheet("vitrine") + sheet(theme)))
    }
    return sheets.flatMap { name, sheet in
      let light = Palette(testDescription: name + " light", sheet, in: "")
      return [
        light, Palette(testDescription: name + " dark", sheet, in: "dark", over: light),
        Palette(testDescription: name + " print", sheet, in: "print", over: light),
      ]
    }
  }()

  /// - Parameter medium: a word of the media query whose rules count besides those of none.
  init(testDescription: String, _ sheet: String, in medium: String, over: Palette? = nil) {
    self.testDescription = testDescription
    colours = over?.colours ?? [:]
    var depth = 0
    var query = ""
    for line in sheet.split(whereSeparator: { $0 == "\n" || $0 == ";" }) {
      if depth == 0 || line.contains("@media") {
        query = line.contains("@media") ? String(line) : depth == 0 ? "" : query
      }
      let counts = medium.isEmpty ? query.isEmpty : query.contains(medium)
      if counts {
        for match in line.matches(of: /--([a-z0-9-]+):\s*#([0-9a-fA-F]{3,6})/) {
          colours[String(match.1)] = Self.parse(String(match.2))
        }
      }
      depth += line.count { $0 == "{" } - line.count { $0 == "}" }
    }
  }

  private static func parse(_ digits: String) -> [Double] {
    let full = digits.count == 3 ? digits.map { "\($0)\($0)" }.joined() : digits
    let number = Int(full, radix: 16) ?? 0
    return [number >> 16, number >> 8 & 255, number & 255].map { Double($0) / 255 }
  }

  subscript(name: String) -> [Double] { colours[name] ?? [0.5, 0.5, 0.5] }

  /// A colour of some opacity over another.
  static func over(_ top: [Double], _ opacity: Double, _ under: [Double]) -> [Double] {
    zip(top, under).map { $0 * opacity + $1 * (1 - opacity) }
  }

  /// WCAG 2.2: (lighter + 0.05) / (darker + 0.05) of the relative luminances.
  static func contrast(_ one: [Double], _ other: [Double]) -> Double {
    func luminance(_ colour: [Double]) -> Double {
      let linear = colour.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
      return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
    let (a, b) = (luminance(one), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }
}

@Suite("Contrast is computed for every theme, light, dark and printed")
struct ContrastTests {
  @Test("text 4.5 and marks 3, on the ground and on every fill", arguments: Palette.all)
  fileprivate func contrast(_ palette: Palette) throws {
    let (ground, ink) = (palette["ground"], palette["ink"])
    #expect(palette.colours.count >= 8, "the colours were found")
    #expect(Palette.contrast(ink, ground) >= 4.5)
    // Frames, rails and the tiles of what is withdrawn.
    #expect(Palette.contrast(palette["grid"], ground) >= 3)
    let fills = try fillOpacities()
    #expect(fills.count >= 5)
    for name in ["objective", "objective-1", "objective-2", "objective-3", "objective-4"] {
      let mark = palette[name]
      // Labels bear the colour of their line, and stand in the ground’s upon a full bar.
      #expect(Palette.contrast(mark, ground) >= 4.5, "\(name)")
      for opacity in fills {
        let fill = Palette.over(mark, opacity, ground)
        #expect(Palette.contrast(ink, fill) >= 4.5, "\(name) at \(opacity)")
      }
    }
  }

  /// Of the lighter fills of the sheet, on which text stands in the colour of ink.
  private func fillOpacities() throws -> Set<Double> {
    var found: Set<Double> = []
    for match in ChartStyle.sheet.matches(of: /fill-opacity: (0\.[0-9]+)/) {
      let opacity = try #require(Double(match.1))
      if opacity < 0.5 { found.insert(opacity) }
    }
    return found
  }

  @Test("the formula itself: black on white is 21, and the example of #777 is 4.48")
  func formula() {
    #expect(abs(Palette.contrast([0, 0, 0], [1, 1, 1]) - 21) < 0.001)
    let grey = Double(0x77) / 255
    #expect(abs(Palette.contrast([grey, grey, grey], [1, 1, 1]) - 4.48) < 0.01)
  }
}
