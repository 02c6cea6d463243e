import Languages
import Notes
import Partnership

/// Small pieces that many pages share.
extension Edition {
  func section(_ id: String, _ title: String, _ content: Markup) -> Markup {
    guard !content.isEmpty else { return "" }
    return
      """
      <section id="\(id)" aria-labelledby="\(id)-h"><h2 id="\(id)-h">\(title)</h2>
      \(content)</section>

      """
  }

  func list(_ items: [Markup], style: String = "") -> Markup {
    guard !items.isEmpty else { return "" }
    let open: Markup = style.isEmpty ? "<ul>" : #"<ul class="\#(style)">"#
    return open + items.map { "<li>\($0)</li>\n" }.joined() + "</ul>\n"
  }

  /// Terms and what stands beside them.
  func facts(_ pairs: [(String, Markup)]) -> Markup {
    let shown = pairs.filter { !$0.1.isEmpty }
    guard !shown.isEmpty else { return "" }
    return #"<dl class="facts">"#
      + shown.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>\n" }.joined() + "</dl>\n"
  }

  /// What happened on which day: the day once, what it brought one below another.
  func dated(_ events: [(day: CalendarDate, what: Markup)]) -> Markup {
    guard !events.isEmpty else { return "" }
    var html: Markup = #"<dl class="dates">"#
    for (index, event) in events.enumerated() {
      if index == 0 || events[index - 1].day != event.day {
        html += index == 0 ? "<div>" : "</div>\n<div>"
        html += "<dt>\(date(event.day))</dt>"
      }
      html += "<dd>\(event.what)</dd>"
    }
    return html + "</div>\n</dl>\n"
  }

  func paragraph(_ content: Markup, style: String = "") -> Markup {
    guard !content.isEmpty else { return "" }
    return style.isEmpty ? "<p>\(content)</p>\n" : #"<p class="\#(style)">\#(content)</p>"# + "\n"
  }

  func notYetSet(_ word: Word) -> Markup { #"<span class="unset">\#(self[word])</span>"# }

  // MARK: References

  /// A body by the short name that readers know, linked to the list of bodies.
  func body(_ code: String) -> Markup {
    guard let body = compact.body(code) else { return "\(code)" }
    let name = string(body.name)
    guard let acronym = body.acronym, text(acronym) != name else {
      return link(.body(code), name)
    }
    return
      #"<a class="body" href="\#(href(.body(code)))" title="\#(name)">\#(text(acronym))</a>"#
  }

  func bodyName(_ code: String) -> String {
    guard let body = compact.body(code) else { return code }
    return body.acronym.map { text($0) } ?? string(body.name)
  }

  func bodies(_ codes: [String]) -> Markup { codes.map(body).joined(by: ", ") }

  func indicatorLink(_ code: String) -> Markup {
    guard compact.indicator(code) != nil else { return "\(code)" }
    return link(.indicator(code), code)
  }

  func activityLink(_ code: String) -> Markup {
    guard compact.activity(code) != nil else { return "\(code)" }
    return link(.activity(code), code)
  }

  func decisionLink(_ code: String) -> Markup {
    guard book.decisionCodes.contains(code) else { return "\(code)" }
    return link(.decision(code), code)
  }

  /// What a decision concerns: an activity, an indicator, an obligation, whatever has the code.
  func reference(_ code: String) -> Markup {
    if compact.activity(code) != nil { return activityLink(code) }
    if compact.indicator(code) != nil { return indicatorLink(code) }
    if compact.obligations.contains(where: { $0.code == code }) {
      return link(.obligation(code), code)
    }
    return decisionLink(code)
  }

  func meetingLink(_ code: String) -> Markup {
    guard let meeting = book.meetingsByCode[code] else { return "\(code)" }
    return link(.meeting(meeting), text(meeting.title))
  }

  /// A decision in a list: what, by whom, until when, where it stands.
  func summary(_ decision: Decision) -> Markup { summary(decision, on: book.today) }

  /// The same as it stood on an earlier day, and what became of it since.
  func summary(_ decision: Decision, on day: CalendarDate) -> Markup {
    let now = decision.status(on: book.today)
    let then = decision.status(on: day)
    let since: Markup =
      now == then
      ? ""
      : decision.followUps.last { $0.date > day }.map {
        " · \(outcome($0.outcome)) (\(date($0.date)))"
      } ?? ""
    let due: Markup =
      (decision.dueInForce.map { " · \(self[.decisionDue]) \(date($0))" } ?? "") + since
    return
      """
      <strong>\(decisionLink(decision.code))</strong> \(text(decision.text))
      <span class="meta">\(status(then)) · \
      \(bodies(decision.owners))\(due)</span>
      """
  }
}
