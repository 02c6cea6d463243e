public import Diagnostics
import Dispatch
import Languages
public import Notes
public import Partnership
import Synchronization

/// Files of a site, and what of the theme the drawn ones were made with.
public struct MadeSite: Sendable {
  public let files: [SiteFile]
  public let uses: ThemeUses
}

/// Makes every page of the site, in both languages, from what may be shown.
public struct SiteBuilder: Sendable {
  let theme: Theme

  public init(theme: Theme) { self.theme = theme }

  /// - Returns: all files in order of path: pages, style sheet, scripts, charts.
  ///
  /// The prose of a note is let go as soon as its pages are drawn: give away what you do not need.
  public func build(_ input: consuming SiteInput, into findings: inout Findings) -> MadeSite {
    let prose = NoteProse(input.meetings)
    let book = Book(consume input, theme: theme)
    let plan = SitePlan(book, prose)
    let uses = Mutex<[ThemeUse: [String]]>([:])
    var files = bothEditions(plan, uses) + plan.shared.compactMap { draw($0, uses) }
    files += theme.assets
    let paths = files.map(\.path)
    if let map = book.sitemap(of: paths, alternates: plan.alternates) { files.append(map) }
    Self.reportDoubles(files.map(\.path), into: &findings)
    return MadeSite(
      files: files.sorted { $0.path < $1.path }, uses: ThemeUses(uses.withLock { $0 }))
  }

  /// Some files of the site, each the same as in the whole.
  ///
  /// - Parameters:
  ///   - paths: of files that are drawn, from the root of the site.
  ///   - input: with the prose of those notes of which there are pages among them.
  public func files(at paths: Set<String>, _ input: SiteInput) -> MadeSite {
    let plan = SitePlan(Book(input, theme: theme), NoteProse(input.meetings))
    let editions = Language.allCases.map { plan.editions[$0] }
    let items = (plan.shared + editions.flatMap { $0.items + $0.notes })
      .filter { paths.contains($0.path) }
    let uses = Mutex<[ThemeUse: [String]]>([:])
    let files = inParallel(items) { draw($0, uses) }.compactMap(\.self)
    return MadeSite(files: files, uses: ThemeUses(uses.withLock { $0 }))
  }

  /// - Parameter uses: gathers the paths of files by what of the theme they use.
  private func draw(
    _ item: SitePlan.Item, _ uses: borrowing Mutex<[ThemeUse: [String]]>
  ) -> SiteFile? {
    let watch = ThemeWatch()
    guard let file = item.draw(watch) else { return nil }
    let use = watch.use
    uses.withLock { $0[use, default: []].append(file.path) }
    return file
  }

  /// The two editions share nothing but what they read: each has a core of its own where there are
  /// two, and the result is in the order of the languages.
  private func bothEditions(
    _ plan: SitePlan, _ uses: borrowing Mutex<[ThemeUse: [String]]>
  ) -> [SiteFile] {
    let languages = Language.allCases
    let editions = Mutex<[Language: [SiteFile]]>([:])
    DispatchQueue.concurrentPerform(iterations: languages.count) { index in
      let edition = plan.editions[languages[index]]
      // The pages of all notes are many and small, so that no core waits at the end.
      let drawn =
        inParallel(edition.items) { draw($0, uses) }.compactMap(\.self)
        + inParallel(edition.notes) { draw($0, uses) }.compactMap(\.self)
      editions.withLock { $0[languages[index]] = drawn }
    }
    return editions.withLock { all in languages.flatMap { all[$0] ?? [] } }
  }

  /// Two things of the content with one address: the later page would replace the earlier.
  private static func reportDoubles(_ paths: [String], into findings: inout Findings) {
    var seen: Set<String> = []
    for path in paths where !seen.insert(path).inserted {
      findings.add(.twoPagesAtOneAddress(path))
    }
  }

  /// The same question without drawing a page: whether what the content names has addresses of its
  /// own.
  public static func checkAddresses(
    of compact: Compact, meetings: [Meeting], pages: [ContentPage],
    into findings: inout Findings
  ) {
    let addresses =
      compact.objectives.map { Address.objective($0) }
      + compact.indicators.map { Address.indicator($0.code) } + meetings.map { Address.meeting($0) }
      + pages.map { Address.page($0) }
    for language in Language.allCases {
      reportDoubles(addresses.map { $0[language] }, into: &findings)
    }
  }
}

extension Book {
  /// `404.html`, in both languages, since nobody knows which was wanted; links from the root of
  /// the site, since nobody knows from where.
  func notFoundPage(_ watch: ThemeWatch) -> SiteFile {
    let doors = Language.allCases.map { language -> Markup in
      let edition = Edition(self, in: language, at: .notFound, watch)
      return
        """
        <section lang="\(language.tag)"><h2>\(edition[.notFoundTitle])</h2>
        <p>\(edition[.notFoundText])</p>
        <p class="go"><a href="\(Address.home[language])" hreflang="\(language.tag)">\
        \(edition[.choiceEnter])</a></p></section>
        """
    }
    let english = Edition(self, in: .english, at: .notFound, watch)
    let french = Edition(self, in: .french, at: .notFound, watch)
    let context = ChoiceContext(
      english: doors[0], french: doors[1], englishName: english.text(compact.settings.title),
      frenchName: french.text(compact.settings.title), links: "", isPreview: true,
      isDemonstration: hasDemonstration)
    return SiteFile(
      path: Address.notFound[.english],
      text: "<!DOCTYPE html>\n" + theme.render(context, in: .english, seenBy: watch).html)
  }

  /// `sitemap.xml` with each page's twin; nil where the site has no address, or is a preview.
  func sitemap(of paths: [String], alternates: [String: [(String, String)]]) -> SiteFile? {
    guard let address = compact.settings.address, !input.isPreview else { return nil }
    let base = address.hasSuffix("/") ? address : address + "/"
    var xml =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" \
      xmlns:xhtml="http://www.w3.org/1999/xhtml">

      """
    let known = Set(paths)
    for path in paths.sorted() where path.hasSuffix(".html") && path != "404.html" {
      xml += "<url><loc>\(Markup(text: base + path).html)</loc>"
      xml += "<lastmod>\(today.iso)</lastmod>"
      for (tag, other) in alternates[path] ?? [] where known.contains(other) {
        let address = Markup(text: base + other).html
        xml += #"<xhtml:link rel="alternate" hreflang="\#(tag)" href="\#(address)"/>"#
      }
      xml += "</url>\n"
    }
    return SiteFile(path: "sitemap.xml", text: xml + "</urlset>\n")
  }
}

extension Finding.Message {
  fileprivate static func twoPagesAtOneAddress(_ path: String) -> Self {
    Self(
      .error, "two-pages-at-one-address", en: "two pages would stand at ‘\(path)’",
      fr: "deux pages auraient l’adresse « \(path) »",
      fix: Localized(
        english: "give one of the two another code or slug",
        french: "donnez à l’une des deux un autre code ou un autre mot d’adresse"))
  }
}
