import Languages
import Notes
import Partnership
import Publication

/// Every file, the marks, the method; releases and what changed; the timeline.
extension Edition {
  func dataPage() -> Page {
    let groups = Dictionary(grouping: book.input.files.filter { $0.table != nil }) {
      $0.table ?? ""
    }
    let whole = book.input.files.filter { $0.table == nil && $0.series.isEmpty }.map {
      file -> Markup in
      let size = file.size.map { " (\(say.bytes($0)))" } ?? ""
      return "\(fileLink(file)) \(file.title.map { text($0) } ?? "")\(size)"
    }
    let table = Table(
      id: "files-table", caption: "\(self[.dataFilesCaption])",
      columns: [
        .init(title: "\(self[.tableTable])"), .init(title: "\(self[.dataFormat])"),
      ],
      rows: groups.keys.sorted().map { code in
        .init(cells: [
          tableName(code),
          (groups[code] ?? []).map { file -> Markup in
            let size = file.size.map { " (\(say.bytes($0)))" } ?? ""
            return "\(fileLink(file))\(size)"
          }.joined(by: " · "),
        ])
      }, style: "words")
    let settings = compact.settings
    let licence: Markup =
      settings.licenceAddress.map {
        #"<a href="\#($0)" rel="license external">\#(text(settings.licence))</a>"#
      } ?? "\(text(settings.licence))"
    let demonstration =
      book.hasDemonstration
      ? section(
        "demonstration", self[.dataDemonstration],
        paragraph("\(self[.dataDemonstrationText])")) : ""
    return plainPage(
      .data, kind: "data", title: self[.dataTitle], description: self[.dataLede],
      lede: paragraph("\(self[.dataLede])"),
      body: demonstration
        + section(
          "files", self[.dataFiles],
          (whole.isEmpty ? "" : list(whole, style: "downloads")) + table.markup)
        + section("marks", self[.dataMarks], paragraph("\(self[.dataMarksText])") + allMarks)
        + section(
          "progress-method", self[.dataMethod], paragraph("\(self[.dataMethodText])"))
        + section("licence", self[.dataLicence], paragraph(licence)))
  }

  /// The list of all marks, for tables, charts and files alike.
  private var allMarks: Markup {
    var entries: [Markup] = ["<div><dt>[c]</dt><dd>\(self[.markHiddenLong])</dd></div>"]
    entries += Absence.allCases.map {
      "<div><dt>\($0.mark)</dt><dd>\(self[$0.word])</dd></div>"
    }
    entries += Qualifier.allCases.map {
      "<div><dt>\($0.mark)</dt><dd>\(self[$0.word])</dd></div>"
    }
    return #"<dl class="marks">\#(entries.joined())</dl>"#
  }

  // MARK: Timeline

  func timelinePage() -> Page {
    let clock = compact.clock
    var events: [(CalendarDate, Markup)] = [
      (clock.signed, "\(self[.timelineSigned]) \(text(compact.signedAt))"),
      (clock.end, "\(self[.timelineEnd])"),
    ]
    if clock.effective != clock.signed {
      events.append((clock.effective, "\(self[.timelineEffective])"))
    }
    events += clock.periods.dropFirst().map { ($0.start, "\(say.begins($0.number))") }
    events += book.input.releases.map {
      ($0.date, link(.changes, self[.homeRelease] + " " + $0.name))
    }
    events += book.decisions.compactMap { decision in
      guard let due = decision.dueInForce, decision.isUnfinished(on: book.today) else {
        return nil
      }
      return (
        due,
        "\(self[.decisionDueDate])\(colon)\(decisionLink(decision.code)) \(text(decision.text))"
      )
    }
    events += compact.amendments.map {
      (
        $0.notified,
        "\(self[.timelineAmendment]) \($0.code), \(self[.amendmentNotified]) \(date($0.notified))"
      )
    }
    events += compact.amendments.map {
      ($0.effective, "\(self[.timelineAmendment]) \($0.code)\(colon)\(text($0.text))")
    }
    events += book.meetings.map { ($0.meeting.date, meetingLink($0.meeting.code)) }
    events += book.decisions.map {
      ($0.date, "\(decisionLink($0.code)) \(text($0.text))")
    }
    events += book.decisions.flatMap { decision in
      decision.followUps.map { followUp -> (CalendarDate, Markup) in
        let words = text(followUp.text)
        let said: Markup = words.isEmpty ? "" : "\(colon)\(words)"
        return (followUp.date, "\(decisionLink(decision.code)) \(became(followUp))\(said)")
      }
    }
    let years = Dictionary(grouping: events.enumerated()) { $0.element.0.year }
    let body = years.keys.sorted().map { year -> Markup in
      let items = (years[year] ?? []).sorted {
        ($0.element.0, $0.offset) < ($1.element.0, $1.offset)
      }.map(\.element)
      return section("y-\(year)", String(year), dated(items))
    }.joined()
    return plainPage(
      .timeline, kind: "timeline", title: self[.timelineTitle], description: self[.timelineLede],
      lede: paragraph("\(self[.timelineLede])"), body: body)
  }

  // MARK: Changes

  /// A change with the indicator it is about, by link and by name.
  private func change(_ change: ReleaseSummary.Change) -> Markup {
    let said = text(change.text)
    guard let code = change.series, let indicator = compact.indicator(code), said.hasPrefix(code)
    else { return "\(said)" }
    // Some names of the agreement end with a full stop, which stands badly before a colon.
    let name = string(indicator.name)
    let isPlain = indicator.name.status[language] != .pending && name.hasSuffix(".")
    let shown: Markup = isPlain ? "\(name.dropLast())" : plain(indicator.name)
    return "\(indicatorLink(code)) \(shown)\(said.dropFirst(code.count))"
  }

  func changesPage() -> Page {
    let items = book.input.releases.map { release -> Markup in
      let changes = list(release.changes.map(change))
      let files = release.files.map { path -> Markup in
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return #"<a href="\#(href(file: path))" download>\#(name)</a>"#
      }.joined(by: " · ")
      return section(
        "r-\(slug(release.name))", release.name,
        paragraph(date(release.date), style: "meta") + changes + paragraph(files))
    }.joined()
    return plainPage(
      .changes, kind: "changes", title: self[.changesTitle], description: self[.changesLede],
      lede: paragraph("\(self[.changesLede])"),
      body: items.isEmpty ? paragraph("\(self[.changesNone])") : items)
  }
}
