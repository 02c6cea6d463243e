import Languages
import Partnership
import Publication

/// Lays the frame around a page: head, header, trail, banner, footer.
extension Edition {
  func laidOut(_ page: Page) -> SiteFile {
    var context = LayoutContext()
    context.language = language.tag
    let siteName = text(compact.settings.title)
    context.siteName = siteName
    context.pageTitle = page.address == .home ? siteName : "\(page.title) · \(siteName)"
    context.description = page.description
    context.links = headLinks(page, title: context.pageTitle)
    context.data =
      page.data.map {
        #"<script type="application/ld+json">\#(Markup(safe: $0))</script>"#
      } ?? ""
    context.isPreview = book.input.isPreview
    context.root = rootPrefix
    let objective = page.objective.map { " objective-\($0)" } ?? ""
    context.kind = page.kind + objective
    context.home = href(.home)
    context.navigation = navigation(page)
    context.twin =
      """
      <a href="\(relativeLink(from: here, to: page.address[language.twin]))" \
      hreflang="\(language.twin.tag)" lang="\(language.twin.tag)" rel="alternate">\
      \(language.twin.ownName)</a>
      """
    context.trail = trail(page)
    context.isDemonstration = book.hasDemonstration
    context.dataPage = href(.data.at("demonstration"))
    context.main = page.main
    context.footer = footer
    context.hasWorkingTranslation = page.main.html.holds("#working-translation")
    context.scripts = page.scripts.map {
      #"<script src="\#(href(file: "assets/" + $0))" defer></script>"#
    }.joined()
    let html = "<!DOCTYPE html>\n" + render(context).html
    return SiteFile(path: page.address[language], text: html)
  }

  /// `../` as often as the page is deep.
  private var rootPrefix: String {
    String(repeating: "../", count: here.utf8.count { $0 == 0x2F })
  }

  private func headLinks(_ page: Page, title: String) -> Markup {
    var html = Markup()
    for each in Language.allCases {
      let path = page.address[each]
      html +=
        """
        <link rel="alternate" hreflang="\(each.tag)" \
        href="\(absolute(path) ?? relativeLink(from: here, to: path))">

        """
    }
    if page.address == .home {
      let choice = Address.choice[language]
      html +=
        """
        <link rel="alternate" hreflang="x-default" \
        href="\(absolute(choice) ?? relativeLink(from: here, to: choice))">

        """
    }
    html +=
      """
      <meta property="og:title" content="\(page.title)">
      <meta property="og:description" content="\(page.description)">
      <meta property="og:type" content="\(page.kind == "home" ? "website" : "article")">
      <meta property="og:site_name" content="\(text(compact.settings.title))">
      <meta property="og:locale" content="\(language == .english ? "en_US" : "fr_CI")">
      <meta property="og:locale:alternate" content="\(language == .english ? "fr_CI" : "en_US")">

      """
    if let canonical = absolute(page.address[language]) {
      html +=
        """
        <link rel="canonical" href="\(canonical)">
        <meta property="og:url" content="\(canonical)">

        """
    }
    return html
  }

  /// The full address of a file, where the site has one.
  func absolute(_ path: String) -> String? {
    compact.settings.address.map { $0.hasSuffix("/") ? $0 + path : $0 + "/" + path }
  }

  private func navigation(_ page: Page) -> Markup {
    let places: [(Word, Address)] = [
      (.navIndicators, .indicators), (.navActivities, .activities), (.navMeetings, .meetings),
      (.navDecisions, .decisions), (.navReports, .reports), (.navData, .data),
      (.navPartnership, .agreement), (.navSearch, .search),
    ]
    let section = page.trail.dropFirst().first?.address ?? page.address
    let isPlace = places.contains { $0.1 == page.address }
    let key =
      "navigation \(section[language])#\(section.fragment ?? "") \(isPlace ? page.address[language] : "")"
    return book.frames.markup(key, on: self) {
      $0.navigation(places, page.address, in: section)
    }
  }

  private func navigation(
    _ places: [(Word, Address)], _ page: Address, in section: Address
  ) -> Markup {
    places.map { word, address -> Markup in
      let current: Markup =
        address == page
        ? #" aria-current="page""# : address == section ? #" aria-current="true""# : ""
      return #"<li><a href="\#(href(address))"\#(current)>\#(self[word])</a></li>"#
    }.joined()
  }

  private var footer: Markup {
    book.frames.markup("footer", on: self) { $0.ownFooter }
  }

  private var ownFooter: Markup {
    let settings = compact.settings
    let licence: Markup =
      settings.licenceAddress.map {
        #"<a href="\#($0)" rel="license external">\#(text(settings.licence))</a>"#
      } ?? "\(text(settings.licence))"
    let release: Markup = book.input.release.map { " · \(self[.footerRelease]) \($0)" } ?? ""
    let places: [(Word, Address)] = [
      (.navConfidentiality, .confidentiality), (.navGlossary, .glossary), (.navBodies, .bodies),
      (.navTimeline, .timeline), (.navChanges, .changes), (.navAlphabet, .alphabet),
      (.navSiteMap, .siteMap), (.navAccessibility, .accessibility),
    ]
    let links = places.map { "<li>\(link($0.1, self[$0.0]))</li>" as Markup }.joined()
    return
      """
      <ul class="places">\(links)</ul>
      <p>\(self[.footerContent]) \(date(book.today))\(release)\(dataVersion)</p>
      <p>\(self[.footerLicence]) \(licence)</p>
      <p id="contact">\(self[.footerProblem]) \(text(settings.contact))</p>
      """
  }

  private var dataVersion: Markup {
    guard let newest = book.record.tables.map(\.provenance.version).max() else { return "" }
    return " · \(self[.footerData]) \(date(newest))"
  }
}
