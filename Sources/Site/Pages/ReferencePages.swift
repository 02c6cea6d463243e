import Languages
import Partnership

/// The Partnership’s text, its terms, its bodies.
extension Edition {
  func agreementPage() -> Page {
    let contents = list(
      compact.agreement.map { section in
        let number: Markup = section.number.isEmpty ? "" : "\(section.number) "
        return
          ##"<a href="#s-\##(slug(section.code))">\##(number)\##(plain(section.title))</a>"##
      }, style: "contents")
    let sections = compact.agreement.map { section -> Markup in
      let number: Markup = section.number.isEmpty ? "" : "\(section.number) "
      let paragraphs = section.paragraphs.map { "<p>\(plain($0))</p>\n" as Markup }.joined()
      let notes = section.notes.map { paragraph("\(text($0))", style: "note") }.joined()
      return
        """
        <section id="s-\(slug(section.code))" class="clause">
        <h2>\(number)\(text(section.title))</h2>
        \(paragraphs)\(notes)</section>

        """
    }.joined()
    let lede =
      facts([
        (self[.partnershipParticipants], compact.participants.map { plain($0) }.joined(by: "<br>")),
        (
          self[.partnershipSigned],
          "\(date(compact.clock.signed)), \(text(compact.signedAt))"
        ),
        (
          self[.partnershipYears],
          "\(say.span(compact.clock.effective, compact.clock.end))"
        ),
      ]) + paragraph(text(compact.purpose)) + paragraph(text(compact.nature), style: "note")
    return plainPage(
      .agreement, kind: "agreement", title: self[.partnershipTitle],
      description: string(compact.purpose), lede: lede,
      body: amendments
        + list(
          contentPageLinks + [
            link(.glossary, self[.navGlossary]), link(.bodies, self[.navBodies]),
            link(.obligations, self[.obligationsTitle]), link(.funding, self[.fundingTitle]),
            link(.timeline, self[.navTimeline]),
          ], style: "contents")
        + section("text", self[.partnershipText], contents + sections))
  }

  private var amendments: Markup {
    guard !compact.amendments.isEmpty else { return "" }
    let items = compact.amendments.map { amendment -> Markup in
      let decision: Markup = amendment.decision.map { " · \(decisionLink($0))" } ?? ""
      return
        """
        <strong>\(amendment.code)</strong> \(text(amendment.text)) <span class="meta">\
        \(self[.amendmentNotified]) \(date(amendment.notified)) · \
        \(self[.amendmentEffective]) \(date(amendment.effective))\(decision)</span>
        """
    }
    return section("amendments", self[.partnershipAmendments], list(items))
  }

  func glossaryPage() -> Page {
    let terms = compact.terms.sorted {
      (folded($0.term[language]), $0.code) < (folded($1.term[language]), $1.code)
    }
    let defined = terms.compactMap { term -> Markup? in
      guard let definition = term.definition else { return nil }
      return
        """
        <div id="t-\(slug(term.code))"><dt>\(entry(term))</dt>
        <dd>\(text(definition))</dd></div>

        """
    }.joined()
    // What the agreement does not define is said once, not under each word.
    let others = terms.filter { $0.definition == nil }.map { term -> Markup in
      #"<li id="t-\#(slug(term.code))">\#(entry(term))</li>"# + "\n"
    }.joined()
    return plainPage(
      .glossary, kind: "glossary", title: self[.glossaryTitle],
      description: self[.glossaryLede], lede: paragraph("\(self[.glossaryLede])"),
      body: (defined.isEmpty ? "" : #"<dl class="terms">\#(defined)</dl>"# + "\n")
        + section(
          "undefined", say.capitalized(self[.glossaryNoDefinition]),
          others.isEmpty ? "" : #"<ul class="names">\#(others)</ul>"# + "\n"))
  }

  /// A term with its acronym, and its name in the other language.
  private func entry(_ term: Term) -> Markup {
    let acronym: Markup = term.acronym.map { " (\(text($0)))" } ?? ""
    return
      """
      \(say.capitalized(text(term.term)))\(acronym) \
      <span class="meta" lang="\(language.twin.tag)">\(twinText(term.term))</span>
      """
  }

  /// The words of the other language, for those who read both.
  private func twinText(_ localized: Localized<String>) -> String {
    language == .english
      ? FrenchTypography.set(localized.french) : localized.english
  }

  func bodiesPage() -> Page {
    let entries = compact.bodies.map { body -> Markup in
      let acronym: Markup =
        acronymApart(of: body).map { #"<span class="code">\#($0)</span> "# } ?? ""
      let activities = book.activities(naming: body)
      let more: Markup =
        activities.isEmpty
        ? "" : "\u{A0}· \(link(.activities(naming: body), say.activities(activities.count)))"
      let status: Markup =
        body.nameStatus == .translated && language == .french
        ? paragraph("\(self[.bodiesNameTranslated])", style: "meta") : ""
      return
        """
        <article id="b-\(slug(body.code))"><h3>\(acronym)\(text(body.name))</h3>
        <p>\(say.capitalized(text(body.role)))\(more)</p>\(status)</article>

        """
    }.joined()
    let contacts = compact.focalPoints.map { point -> Markup in
      let lines = point.contacts.map { contact -> (String, Markup) in
        (words.text("contact.\(contact.kind)") ?? contact.kind, contactMarkup(contact))
      }
      return
        """
        <article><h3>\(plain(point.office))</h3><p class="meta">\(text(point.participant))</p>
        \(facts(lines))</article>

        """
    }.joined()
    return plainPage(
      .bodies, kind: "bodies", title: self[.bodiesTitle], description: self[.bodiesLede],
      lede: paragraph("\(self[.bodiesLede])"),
      body: section("list", self[.bodiesList], entries)
        + section("focal-points", self[.bodiesFocalPoints], contacts))
  }

  /// The acronym of a body whose name does not hold it: “UCT, the unit against…” does.
  private func acronymApart(of body: Body) -> String? {
    guard let acronym = body.acronym.map({ text($0) }) else { return nil }
    let name = string(body.name)
    guard let found = name.firstRange(of: acronym) else { return acronym }
    let isWhole = [name[..<found.lowerBound].last, name[found.upperBound...].first]
      .allSatisfy { $0.map { !$0.isLetter && !$0.isNumber } ?? true }
    return isWhole ? nil : acronym
  }

  private func contactMarkup(_ contact: FocalPoint.Contact) -> Markup {
    let words = contact.text[language]
    return contact.kind == "email" && words.contains("@")
      ? #"<a href="mailto:\#(words)">\#(words)</a>"# : "\(words)"
  }
}
