import Foundation
import Languages
import Testing

@testable import Charts

/// Every kind in every variation on one page, to be looked at.
enum Gallery {
  static func page(in language: Language) -> String {
    var html = """
      <!doctype html><html lang="\(language.tag)"><meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1"><title>\(language == .english ? "Gallery of charts" : "Galerie des graphiques")</title>
      <link rel="stylesheet" href="charts.css"><link rel="stylesheet" href="gallery.css"><main>

      """
    for sample in Sample.allCases {
      html += "<section id=\"\(sample.rawValue)\"><h2>\(sample.rawValue)</h2>\n"
      for variation in Variation.allCases {
        let id = "\(sample.rawValue)-\(variation.rawValue)"
        let (markup, chart) = sample.chart(variation).figure(in: language, id: id)
        html += """
          <figure id="f-\(id)"><figcaption><strong>\(escaped(chart.title))</strong><br>
          \(escaped(chart.subtitle)) <small>(\(variation.rawValue))</small></figcaption>
          \(markup)<details><summary>desc</summary><p>\(escaped(chart.description))</p></details>
          </figure>

          """
      }
      html += "</section>\n"
    }
    return html + "</main></html>\n"
  }

  static let style = """
    :root { --ground: #fbfaf7; --ink: #1b1f24; --grid: #8a8f96; --objective: #2b5fb8;
      --objective-1: #0f7b6c; --objective-2: #2b5fb8; --objective-3: #a8500f;
      --objective-4: #7a2a7f; }
    @media (prefers-color-scheme: dark) { :root { --ground: #14171c; --ink: #e8e6e1;
      --grid: #6f757e; --objective: #8ab4f8; --objective-1: #4fc3b0; --objective-2: #8ab4f8;
      --objective-3: #f2a66b; --objective-4: #e29ad6; } }
    body { margin: 0; background: var(--ground); color: var(--ink);
      font: 16px/1.5 system-ui, sans-serif; }
    main { max-width: 45rem; margin: auto; padding: 16px; }
    figure { margin: 0 0 2.5rem; overflow-wrap: anywhere; }

    """

  private static func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "&", with: "&amp;")
      .replacingOccurrences(of: "<", with: "&lt;")
  }
}

@Suite struct GalleryTests {
  /// Written where `VITRINE_GALLERY` names a folder.
  @Test(arguments: Language.allCases)
  func theGalleryIsWritten(_ language: Language) throws {
    let page = Gallery.page(in: language)
    #expect(page.contains("</html>"))
    guard let folder = ProcessInfo.processInfo.environment["VITRINE_GALLERY"] else { return }
    let place = URL(filePath: folder)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    try Data(page.utf8).write(to: place.appending(path: "gallery.\(language.tag).html"))
    try Data(ChartStyle.sheet.utf8).write(to: place.appending(path: "charts.css"))
    try Data(Gallery.style.utf8).write(to: place.appending(path: "gallery.css"))
    for sample in Sample.allCases {
      let chart = sample.chart(.hidden).draw(in: language, id: sample.rawValue, width: .wide)
      try Data(chart.standalone().utf8)
        .write(to: place.appending(path: "\(sample.rawValue).\(language.tag).svg"))
    }
  }
}
