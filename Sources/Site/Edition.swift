import Languages
import Partnership

/// The site in one language, as seen from one of its pages: what writes links, words and figures.
struct Edition: Sendable {
  let book: Book
  let language: Language
  let words: WatchedWords
  /// The page that is being written, from the root.
  var here: String

  /// - Parameter watch: told what of the theme is used.
  init(_ book: Book, in language: Language, at address: Address, _ watch: ThemeWatch) {
    self.init(book, in: language, from: address[language], watch)
  }

  private init(_ book: Book, in language: Language, from here: String, _ watch: ThemeWatch) {
    self.book = book
    self.language = language
    words = book.theme.words(in: language, seenBy: watch)
    self.here = here
  }

  var watch: ThemeWatch { words.watch }

  /// The same page, with another eye on what it uses.
  func seen(by watch: ThemeWatch) -> Edition {
    Edition(book, in: language, from: here, watch)
  }

  var compact: Compact { book.compact }
  var numbers: NumberFormat { NumberFormat.of(language) }
  var say: Sentences { Sentences(language) }

  subscript(word: Word) -> String { words[word] }

  /// A page’s own template, filled.
  func render<Context: TemplateContext>(_ context: Context) -> Markup {
    book.theme.render(context, in: language, seenBy: watch)
  }

  // MARK: Texts

  /// Between a name and what is said of it; French sets a no-break space before it.
  var colon: String { language == .french ? "\u{A0}: " : ": " }

  /// A text of the content, with the spaces of its language.
  func text(_ localized: Localized<String>) -> String { set(localized[language]) }

  func set(_ text: String) -> String {
    language == .french ? FrenchTypography.set(text) : text
  }

  /// A text with its translation status: a marker on a working translation, the other language
  /// in its own `lang` where this one is pending.
  func text(_ translated: TranslatedText) -> Markup {
    switch translated.status[language] {
    case .official: return "\(set(translated[language]))"
    case .working:
      return
        """
        \(set(translated[language]))<a class="tn" href="#working-translation" \
        title="\(self[.translationWorkingTitle])"><sup>\(self[.translationMarker])</sup></a>
        """
    case .pending:
      let other = language.twin
      let words = other == .french ? FrenchTypography.set(translated[other]) : translated[other]
      return #"<span lang="\#(other.tag)" class="pending">\#(words)</span>"#
    }
  }

  /// The same without the marker, for links, titles and captions.
  func plain(_ translated: TranslatedText) -> Markup {
    if translated.status[language] == .pending { return text(translated) }
    return "\(set(translated[language]))"
  }

  /// The same as a string, for a title or a description.
  func string(_ translated: TranslatedText) -> String {
    set(translated[language].isEmpty ? translated[language.twin] : translated[language])
  }

  // MARK: Links

  func href(_ address: Address) -> String {
    let link = relativeLink(from: here, to: address[language])
    return address.fragment.map { address[language] == here ? "#" + $0 : link + "#" + $0 } ?? link
  }

  func href(file path: String) -> String { relativeLink(from: here, to: path) }

  func link(_ address: Address, _ content: Markup) -> Markup {
    #"<a href="\#(href(address))">\#(content)</a>"#
  }

  func link(_ address: Address, _ text: String) -> Markup { link(address, Markup(text: text)) }

  // MARK: Dates

  func date(_ day: CalendarDate) -> Markup {
    #"<time datetime="\#(day.iso)">\#(say.date(day))</time>"#
  }
}
