import Diagnostics
import Languages

/// What a preview adds to a page: the findings, in the page's language, and a script that waits for
/// the next build. Nothing of it is written to the site.
enum PreviewMarkup {
  static let script = """
    const source = document.currentScript;
    const events = new EventSource("/-/events?after=" + source.dataset.build);
    events.onmessage = () => { events.close(); location.reload(); };

    """

  static let style = """
    #vitrine-preview { position: fixed; inset: auto 0 0 0; max-height: 45vh; overflow: auto;
      z-index: 99; margin: 0; padding: .6rem 1rem; font: 1rem/1.5 system-ui, sans-serif;
      color: #1a1a1a; background: #fff8dc; border-top: 3px solid #b35900; }
    #vitrine-preview ol { margin: .3rem 0 0; padding-left: 1.4rem; }
    #vitrine-preview code { overflow-wrap: anywhere; }

    """

  /// A page as it is served: as it was built, with the findings at its foot.
  static func page(_ html: String, _ snapshot: PreviewState.Snapshot, in language: Language)
    -> String
  {
    // The policy of a published page lets it call nobody; a preview waits for this machine.
    var html = html.replacing(
      "default-src 'none';", with: "default-src 'none'; connect-src 'self';", maxReplacements: 1)
    let foot = panel(snapshot, in: language)
    if let end = html.ranges(of: "</body>").last {
      html.insert(contentsOf: foot, at: end.lowerBound)
    } else {
      html += foot
    }
    return html
  }

  /// Stands where no site could be built yet.
  static func empty(_ snapshot: PreviewState.Snapshot, in language: Language) -> String {
    let title = language == .english ? "No site yet" : "Pas encore de site"
    let words =
      language == .english
      ? "Mend the findings below; the page comes back by itself."
      : "Corrigez les points ci-dessous\u{202F}; la page revient d’elle-même."
    return """
      <!doctype html><html lang="\(language.rawValue)"><head><meta charset="utf-8">\
      <title>\(title)</title></head><body><h1>\(title)</h1><p>\(words)</p>\
      \(panel(snapshot, in: language))</body></html>
      """
  }

  private static func panel(_ snapshot: PreviewState.Snapshot, in language: Language) -> String {
    let tools = """
      <link rel="stylesheet" href="/-/preview.css">\
      <script src="/-/preview.js" data-build="\(snapshot.build)"></script>
      """
    guard !snapshot.findings.isEmpty else { return tools }
    let errors = snapshot.findings.count { $0.message.severity == .error }
    let title: String
    if errors > 0 {
      title =
        language == .english
        ? "Findings (\(errors) to mend): this is the last site that could be built"
        : "Points relevés (\(errors) à corriger)\u{A0}: ce site est le dernier qui a pu être construit"
    } else {
      title = language == .english ? "Findings" : "Points relevés"
    }
    let items = snapshot.findings.map { finding in
      let place = finding.place.map { "<code>\(escaped($0.text))</code> " } ?? ""
      let colon = language == .english ? ": " : "\u{A0}: "
      let fix = finding.message.fix.map { " – \(escaped($0[language]))" } ?? ""
      return "<li>\(place)\(finding.message.severity.word[language])\(colon)"
        + "\(escaped(finding.message.summary[language]))\(fix) "
        + "[\(escaped(finding.message.code))]</li>"
    }
    return tools + """
      <aside id="vitrine-preview" lang="\(language.rawValue)"><strong>\(title)</strong>\
      <ol>\(items.joined())</ol></aside>
      """
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
