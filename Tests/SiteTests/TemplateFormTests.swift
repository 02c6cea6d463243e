import Diagnostics
import Languages
import Testing

@testable import Site

@Suite("A form of a template says what the template would say")
struct TemplateFormTests {
  private func theme(_ layout: String, _ head: String = "<meta>\n") -> Theme {
    var texts = Dictionary(
      uniqueKeysWithValues: PageTemplates.all.map {
        ("templates/\($0.template).mustache", "<p></p>")
      })
    texts["templates/layout.mustache"] = layout
    texts["templates/head.mustache"] = head
    texts["styles/base.css"] = "p { margin: 0 }"
    var words = Dictionary(uniqueKeysWithValues: Word.allCases.map { ($0.rawValue, "word") })
    words["skip"] = "Skip & \"go\""
    var findings = Findings()
    return Theme.load(
      files: texts.map { ThemeFile(path: $0.key, place: $0.key, text: $0.value) },
      strings: Localized(both: words), findings: &findings)
  }

  private var contexts: [LayoutContext] {
    var all: [LayoutContext] = []
    for flags in 0..<8 {
      var context = LayoutContext()
      context.isPreview = flags & 1 != 0
      context.isDemonstration = flags & 2 != 0
      context.hasWorkingTranslation = flags & 4 != 0
      context.pageTitle = flags == 5 ? "" : "‘A’ < \"b\" & 'c' > é\n"
      context.language = "en"
      context.main = flags == 3 ? "" : "<p>1 &amp; 2</p>\n\n"
      context.footer = "\nfoot\n"
      all.append(context)
    }
    return all
  }

  @Test(
    "for every choice of flags, empty values and values of several lines",
    arguments: [
      "<html>\n{{> head}}\n<title>{{pageTitle}}</title>\n{{{main}}}{{{footer}}}</html>\n",
      "{{#isPreview}}<a>{{t.skip}}</a>\n{{/isPreview}}{{^isPreview}}{{{main}}}{{/isPreview}}",
      "{{#isDemonstration}}\n{{pageTitle}}\n{{/isDemonstration}}\n{{isPreview}} {{pageTitle}}{{pageTitle}}",
      "{{#pageTitle}}<b>{{language}}</b>{{/pageTitle}}{{^pageTitle}}no{{/pageTitle}}",
      "{{#isPreview}}{{#hasWorkingTranslation}}{{> head}}{{/hasWorkingTranslation}}{{/isPreview}}.",
      "  {{> head}}\n{{{main}}}", "{{! nothing }}\n<p>\n", "\u{10FFF0}1<\u{10FFF1}{{pageTitle}}",
      "\u{10FFF1}{{pageTitle}}", "\u{10FFF0}{{{main}}}",
    ])
  func same(_ layout: String) {
    let head = "<i>{{pageTitle}}</i>\n{{{main}}}\n<b>\n"
    let theme = theme(layout, head)
    for context in contexts {
      for language in Language.allCases {
        let form = theme.render(context, in: language, seenBy: ThemeWatch())
        #expect(form == theme.filled(context, LayoutContext.fields, in: language))
      }
    }
  }

  @Test("a partial that is set in gives its own indentation to each line, and so has no form")
  func indented() {
    #expect(theme("{{> head}}").hasForms)
    #expect(!theme("<p>\n  {{> head}}\n</p>").hasForms)
    #expect(!theme("{{> head}}", "\u{10FFF1}").hasForms)
  }

  @Test("the marks of blanks are told from each other")
  func parts() throws {
    let text = "a\(TemplateForm.blank(0))é\(TemplateForm.blank(12))"
    let form = try #require(TemplateForm(13, text))
    #expect(
      form.parts == [
        .words("a"), .field(0, isEscaped: false), .words("é"), .field(12, isEscaped: false),
      ])
    let escaped = try #require(TemplateForm(1, TemplateForm.blank(0).replacing("<", with: "&lt;")))
    #expect(escaped.parts == [.field(0, isEscaped: true)])
    for broken in [TemplateForm.blank(1), "\u{10FFF0}", "\u{10FFF1}", "\u{10FFF0}0>\u{10FFF1}"] {
      #expect(TemplateForm(1, broken) == nil)
    }
  }
}
