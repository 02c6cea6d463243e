public import Diagnostics
import Facts
public import Languages
import Mustache

/// What a page looks like: templates that place, style sheets, scripts, and the words around.
public struct Theme: Sendable {
  private let library: MustacheLibrary
  /// What is in it, by name.
  private let templates: [String: TemplateText]
  private let forms = TemplateForms()
  let hasForms: Bool
  private let words: Localized<Words>
  /// Files that go to `assets/` as they are, by name.
  public private(set) var assets: [SiteFile]

  /// What pages are made from: no page can depend on a style sheet or a script.
  var withoutAssets: Theme {
    var theme = self
    theme.assets = []
    return theme
  }

  /// Reads a theme from its texts, and checks every name in them.
  ///
  /// - Parameters:
  ///   - files: those of the theme that is extended first; a later one replaces an earlier one of
  ///     the same path.
  ///   - strings: key and text, a language each; those of an extending theme already laid over.
  ///   - places: where each key stands, where that is known.
  ///   - findings: a missing template or partial, an unknown variable, a cycle, broken Mustache, a
  ///     key without words in a language, style sheets over their budget.
  public static func load(
    files: [ThemeFile], strings: Localized<[String: String]>,
    places: Localized<[String: Place]> = Localized(both: [:]), findings: inout Findings
  ) -> Theme {
    var byPath: [String: ThemeFile] = [:]
    for file in files { byPath[file.path] = file }
    var templates: [String: ThemeFile] = [:]
    for file in byPath.values where file.path.hasPrefix("templates/") {
      guard file.path.hasSuffix(".mustache") else { continue }
      templates[String(file.path.dropFirst(10).dropLast(9))] = file
    }
    let parsed = parse(templates, into: &findings)
    let texts = templates.mapValues {
      TemplateText(place: $0.place, text: $0.text, tags: TemplateTag.all(in: $0.text))
    }
    let keys = Set(strings.english.keys).union(strings.french.keys)
    var check = ThemeCheck(templates: texts, keys: keys)
    for signature in PageTemplates.all { check.check(signature, into: &findings) }
    report(strings, places, used: check.usedKeys, into: &findings)
    return Theme(
      library: MustacheLibrary(templates: parsed), templates: texts,
      hasForms: TemplateForm.canFill(
        Array(texts.values),
        words: Language.allCases.flatMap { Array(strings[$0].values) }),
      words: Localized(
        english: Words(strings.english),
        french: Words(strings.french.mapValues { FrenchTypography.set($0) })),
      assets: assets(byPath, into: &findings))
  }

  private static func parse(
    _ templates: [String: ThemeFile], into findings: inout Findings
  ) -> [String: MustacheTemplate] {
    var parsed: [String: MustacheTemplate] = [:]
    for (name, file) in templates.sorted(by: { $0.key < $1.key }) {
      do {
        parsed[name] = try MustacheTemplate(string: file.text)
      } catch let error as MustacheTemplate.ParserError {
        let place = Place(
          file: file.place, line: error.context.lineNumber, column: error.context.columnNumber)
        findings.add(.brokenTemplate(reason(of: error.error)), at: place)
      } catch {
        findings.add(.brokenTemplate(reason(of: error)), at: Place(file: file.place))
      }
    }
    return parsed
  }

  private static func reason(of error: any Error) -> Localized<String> {
    switch error as? MustacheTemplate.Error {
    case .sectionCloseNameIncorrect:
      Localized(
        english: "a section closes by another name than it opened",
        french: "une section se ferme sous un autre nom que celui de son ouverture")
    case .expectedSectionEnd:
      Localized(
        english: "a section is not closed", french: "une section n’est pas fermée")
    default:
      Localized(
        english: "a tag does not end, or its name is not one",
        french: "une balise ne se termine pas, ou son nom n’en est pas un")
    }
  }

  private static func report(
    _ strings: Localized<[String: String]>, _ places: Localized<[String: Place]>,
    used: Set<String>, into findings: inout Findings
  ) {
    let needed = Set(Word.allCases.map(\.rawValue)).union(used)
    for language in Language.allCases {
      for key in needed.sorted() where strings[language][key] == nil {
        findings.add(.missingString(key, in: language))
      }
      for key in strings[language].keys.sorted()
      where !needed.contains(key) && !Word.families.contains(where: key.hasPrefix) {
        findings.add(
          .unusedString(key, nearest: nearestWord(to: key, among: needed)),
          at: places[language][key])
      }
    }
  }

  private static func assets(
    _ files: [String: ThemeFile], into findings: inout Findings
  ) -> [SiteFile] {
    let sheets = files.values.filter { $0.path.hasPrefix("styles/") && $0.path.hasSuffix(".css") }
      .sorted { $0.path < $1.path }
    let style = StyleSheet(sheets.map(\.text))
    let budget = 15
    if let over = style.overflow(beyond: budget * 1024) {
      findings.add(
        .styleSheetTooHeavy(kilobytes: (style.compressedSize + 1023) / 1024, budget: budget),
        at: Place(file: sheets[over.sheet].place, line: over.line, column: over.column))
    }
    var assets = [SiteFile(path: "assets/style.css", text: style.text)]
    for file in files.values.sorted(by: { $0.path < $1.path }) {
      for folder in ["scripts/", "assets/"] where file.path.hasPrefix(folder) {
        assets.append(
          SiteFile(path: "assets/" + file.path.dropFirst(folder.count), text: file.text))
      }
    }
    return assets
  }

  func words(in language: Language, seenBy watch: ThemeWatch) -> WatchedWords {
    WatchedWords(words: words[language], language: language, watch: watch)
  }

  /// All that the theme says to files that were made with this of it, as bytes: while they are what they
  /// were, so are the files.
  public func said(to use: ThemeUse) -> [UInt8] {
    var writer = FactWriter()
    for language in Language.allCases {
      let reached = reached(from: use, in: language)
      writer.add(list: reached.templates.sorted()) { writer, name in
        writer.add(name)
        writer.add(templates[name]) { $0.add($1.text) }
      }
      writer.add(list: reached.words.sorted()) { writer, key in
        writer.add(key)
        writer.add(words[language].text(key)) { $0.add($1) }
      }
    }
    return writer.bytes
  }

  /// Templates with those that they include, and words with those that these place.
  func reached(
    from use: ThemeUse, in language: Language
  ) -> (templates: Set<String>, words: Set<String>) {
    var names: Set<String> = []
    var keys = use.words[language]
    var next = Array(use.templates[language])
    while let name = next.popLast() {
      guard names.insert(name).inserted else { continue }
      for tag in templates[name]?.tags ?? [] {
        if tag.kind == .partial { next.append(tag.name) }
        if tag.name.hasPrefix("t.") { keys.insert(String(tag.name.dropFirst(2))) }
      }
    }
    return (names, keys)
  }

  /// A page’s own template, filled.
  func render<Context: TemplateContext>(
    _ context: Context, in language: Language, seenBy watch: ThemeWatch
  ) -> Markup {
    watch.note(template: Context.template, language)
    return render(context, in: language)
  }

  private func render<Context: TemplateContext>(_ context: Context, in language: Language) -> Markup
  {
    let fields = Context.fields
    guard hasForms else { return filled(context, fields, in: language) }
    var flags: UInt64 = 0
    for (index, field) in fields.enumerated() {
      if case .flag(let isSet) = field.value, isSet(context) { flags |= 1 << UInt64(index) }
    }
    let form = forms.form(of: Context.template, in: language, flags) {
      TemplateForm(
        fields.count,
        library.render(blank(fields, flags, in: language), withTemplate: Context.template) ?? "")
    }
    guard let form else { return filled(context, fields, in: language) }
    let texts = fields.map { field in
      switch field.value {
      case .text(let text): text(context)
      case .markup(let markup): markup(context).html
      case .flag: ""
      }
    }
    return Markup(safe: form.filled(with: texts))
  }

  /// Filled by the library itself.
  func filled<Context: TemplateContext>(
    _ context: Context, _ fields: [Field<Context>], in language: Language
  ) -> Markup {
    var values: [String: Any] = ["t": WordTree(words: words[language], key: "")]
    for field in fields {
      values[field.name] =
        switch field.value {
        case .text(let text): text(context)
        case .markup(let markup): markup(context).html
        case .flag(let isSet): isSet(context)
        }
    }
    return Markup(safe: library.render(values, withTemplate: Context.template) ?? "")
  }

  /// What stands for the fields of a form that is still empty.
  private func blank<Context>(
    _ fields: [Field<Context>], _ flags: UInt64, in language: Language
  ) -> [String: Any] {
    var values: [String: Any] = ["t": WordTree(words: words[language], key: "")]
    for (index, field) in fields.enumerated() {
      if case .flag = field.value {
        values[field.name] = flags & 1 << UInt64(index) != 0
      } else {
        values[field.name] = TemplateForm.blank(index)
      }
    }
    return values
  }
}

/// The words as a template reaches them: `{{t.nav.home}}`. Words at `nav` hide none at `nav.home`.
private struct WordTree: MustacheParent, MustacheCustomRenderable {
  let words: Words
  /// Empty for the root of all.
  let key: String

  func child(named name: String) -> Any? {
    WordTree(words: words, key: key.isEmpty ? name : key + "." + name)
  }

  var renderText: String { words.text(key) ?? "" }
  var isNull: Bool { words.text(key) == nil }
}
