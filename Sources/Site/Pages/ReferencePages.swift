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
      paragraph(text(compact.purpose))
      + facts([
        (self[.partnershipParticipants], compact.participants.map { plain($0) }.joined(by: " · ")),
        (
          self[.partnershipSigned],
          "\(date(compact.clock.signed)), \(text(compact.signedAt))"
        ),
        (
          self[.partnershipYears],
          "\(say.span(compact.clock.effective, compact.clock.end))"
        ),
        (self[.partnershipNature], text(compact.nature)),
      ])
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
    let entries = terms.map { term -> Markup in
      let acronym: Markup = term.acronym.map { " (\(text($0)))" } ?? ""
      let definition: Markup =
        term.definition.map { text($0) } ?? notYetSet(.glossaryNoDefinition)
      let twin = language.twin
      return
        """
        <div id="t-\(slug(term.code))"><dt>\(say.capitalized(text(term.term)))\(acronym) \
        <span class="meta" lang="\(twin.tag)">\(twinText(term.term))</span></dt>
        <dd>\(definition)</dd></div>

        """
    }.joined()
    return plainPage(
      .glossary, kind: "glossary", title: self[.glossaryTitle],
      description: self[.glossaryLede], lede: paragraph("\(self[.glossaryLede])"),
      body: entries.isEmpty ? "" : #"<dl class="terms">\#(entries)</dl>"#)
  }

  /// The words of the other language, for those who read both.
  private func twinText(_ localized: Localized<String>) -> String {
    language == .english
      ? FrenchTypography.set(localized.french) : localized.english
  }

  func bodiesPage() -> Page {
    let entries = compact.bodies.map { body -> Markup in
      let acronym: Markup =
        body.acronym.map { #"<span class="code">\#(text($0))</span> "# } ?? ""
      let activities = book.activities(naming: body)
      let more: Markup =
        activities.isEmpty
        ? "" : paragraph(link(.activities(naming: body), say.activities(activities.count)))
      let status: Markup =
        body.nameStatus == .translated && language == .french
        ? paragraph("\(self[.bodiesNameTranslated])", style: "meta") : ""
      return
        """
        <article id="b-\(slug(body.code))"><h3>\(acronym)\(text(body.name))</h3>
        <p>\(text(body.role))</p>\(status)\(more)</article>

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

  private func contactMarkup(_ contact: FocalPoint.Contact) -> Markup {
    let words = contact.text[language]
    return contact.kind == "email" && words.contains("@")
      ? #"<a href="mailto:\#(words)">\#(words)</a>"# : "\(words)"
  }
}
