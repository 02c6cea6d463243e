import Languages
import Notes
import Partnership

/// The pages of the committee's own words, written under the same rules as its notes.
extension Edition {
  func contentPage(_ content: ContentPage) -> Page {
    let title = text(content.title)
    let summary = text(content.summary)
    let body: Markup
    if let document = content.documents[language] {
      body = markup(of: document)
    } else if let document = content.documents[language.twin] {
      body =
        paragraph("\(self[.pagePending])", style: "note")
        + #"<div lang="\#(language.twin.tag)">\#(markup(of: document))</div>"#
    } else {
      body = ""
    }
    let closed: Markup =
      content.closedPassages == 0
      ? "" : paragraph("\(say.closedPassages(content.closedPassages))", style: "note")
    return plainPage(
      .page(content), kind: "content", title: title, description: summary,
      trail: [homeCrumb, crumb(.navPartnership, .agreement)],
      lede: paragraph("\(summary)") + workingNote(content.status),
      body: #"<div class="note-body">\#(body)</div>"# + closed)
  }

  /// Links to all of them, in the order of their titles.
  var contentPageLinks: [Markup] {
    book.pages.sorted { folded($0.title[language]) < folded($1.title[language]) }
      .map { link(.page($0), text($0.title)) }
  }

  /// That a text is a working translation, where it is.
  func workingNote(_ status: Localized<TranslationStatus>) -> Markup {
    status[language] == .working
      ? paragraph("\(self[.translationWorkingTitle])", style: "note") : ""
  }
}
