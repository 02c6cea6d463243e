import Languages
import Partnership

/// `/index.html`: which language? Both equal, no redirect.
struct ChoiceContext: TemplateContext {
  let english: Markup
  let french: Markup
  let englishName: String
  let frenchName: String
  let links: Markup
  let isPreview: Bool
  let isDemonstration: Bool

  static let template = "choice"
  static let fields: [Field<Self>] = [
    .markup("english") { $0.english }, .markup("french") { $0.french },
    .text("englishName") { $0.englishName }, .text("frenchName") { $0.frenchName },
    .markup("links") { $0.links }, .flag("isPreview") { $0.isPreview },
    .flag("isDemonstration") { $0.isDemonstration },
  ]
}

extension Book {
  func choicePage(_ watch: ThemeWatch) -> SiteFile {
    func door(_ language: Language) -> Markup {
      let edition = Edition(self, in: language, at: .choice, watch)
      let name = edition.string(compact.name)
      return
        """
        <section lang="\(language.tag)"><h2>\(language.ownName)</h2>
        <p>\(name)</p>
        \(demonstration(edition))<p class="go"><a href="\(Address.home[language])" \
        hreflang="\(language.tag)">\(edition[.choiceEnter])</a></p></section>
        """
    }
    let english = Edition(self, in: .english, at: .choice, watch)
    let french = Edition(self, in: .french, at: .choice, watch)
    var links = Markup()
    for language in Language.allCases {
      let path = Address.home[language]
      links +=
        """
        <link rel="alternate" hreflang="\(language.tag)" href="\(english.absolute(path) ?? path)">

        """
    }
    let own = Address.choice[.english]
    links +=
      """
      <link rel="alternate" hreflang="x-default" href="\(english.absolute(own) ?? own)">

      """
    if let canonical = english.absolute(own) {
      links += #"<link rel="canonical" href="\#(canonical)">"# + "\n"
    }
    let context = ChoiceContext(
      english: door(.english), french: door(.french),
      englishName: english.text(compact.settings.title),
      frenchName: french.text(compact.settings.title), links: links, isPreview: input.isPreview,
      isDemonstration: hasDemonstration)
    return SiteFile(
      path: own, text: "<!DOCTYPE html>\n" + theme.render(context, in: .english, seenBy: watch).html
    )
  }

  private func demonstration(_ edition: Edition) -> Markup {
    hasDemonstration ? "<p class=\"demonstration\">\(edition[.demonstrationShort])</p>\n" : ""
  }
}
