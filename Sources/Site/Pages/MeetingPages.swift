import Languages
import Notes
import Partnership

/// What was said and decided, who was present, draft or adopted.
struct MeetingContext: TemplateContext {
  let title: Markup
  let facts: Markup
  let pending: Markup
  let note: Markup
  let decisions: Markup
  let closed: Markup

  static let template = "meeting"
  static let fields: [Field<Self>] = [
    .markup("title") { $0.title }, .markup("facts") { $0.facts },
    .markup("pending") { $0.pending }, .markup("note") { $0.note },
    .markup("decisions") { $0.decisions }, .markup("closed") { $0.closed },
  ]
}

extension Edition {
  func meetingsPage() -> Page {
    let lede = say.meetingsRecorded(book.meetings.count)
    let items = book.meetings.map { record -> (day: CalendarDate, what: Markup) in
      let meeting = record.meeting
      let decided = record.decisions.count
      let count: Markup = decided == 0 ? "" : "\u{A0}· \(say.decisions(decided))"
      return (
        meeting.date,
        """
        \(link(.meeting(meeting), text(meeting.title)))
        <span class="meta">\(text(meeting.kind.name)) · \(state(meeting))\(count)</span>
        """
      )
    }
    return plainPage(
      .meetings, kind: "meetings", title: self[.meetingsTitle], description: lede,
      lede: paragraph("\(lede)"), body: dated(items))
  }

  /// - Parameter prose: of all notes, from which this page takes its own.
  func meetingPage(_ record: MeetingRecord, _ prose: NoteProse) -> Page {
    let meeting = record.meeting
    let title = text(meeting.title)
    var note = Markup()
    var pending = workingNote(meeting.status)
    if let document = prose.take(meeting.code, for: language) {
      note = markup(of: document)
      if document.language != language {
        pending = paragraph("\(self[.meetingPending])", style: "note")
        note = #"<div lang="\#(document.language.tag)">\#(note)</div>"#
      }
    }
    let context = MeetingContext(
      title: "\(title)",
      facts: paragraph(said(of: record), style: "headline")
        + facts([
          (self[.meetingChair], meeting.chair.isEmpty ? "" : body(meeting.chair)),
          (self[.meetingPresent], bodies(meeting.participants)),
          (self[.meetingState], state(meeting)),
          (
            self[.meetingDocuments],
            meeting.documents.map { "\(text($0.title))" as Markup }.joined(by: ", ")
          ),
        ]), pending: pending, note: note,
      decisions: record.decisions.isEmpty
        ? ""
        : section(
          "decisions", self[.meetingDecisionsNow],
          list((book.decisionsTaken[meeting.code] ?? []).map(summary))),
      closed: meeting.closedPassages == 0
        ? "" : paragraph("\(say.closedPassages(meeting.closedPassages))", style: "note"))
    return Page(
      address: .meeting(meeting), kind: "meeting", title: title,
      description: "\(title), \(say.date(meeting.date)).",
      trail: [homeCrumb, crumb(.navMeetings, .meetings)],
      main: render(context))
  }

  /// “Annual meeting, December 12, 2023, Abidjan · 5 decisions”: what a reader asks first.
  private func said(of record: MeetingRecord) -> Markup {
    let meeting = record.meeting
    let place = text(meeting.place)
    let decided = record.decisions.count
    let count: Markup =
      decided == 0 ? "" : ##"\##u{A0}· <a href="#decisions">\##(say.decisions(decided))</a>"##
    return
      """
      \(say.capitalized(text(meeting.kind.name))), \(date(meeting.date))\
      \(place.isEmpty ? "" : ", " + place)\(count)
      """
  }

  private func state(_ meeting: Meeting) -> Markup {
    "\(self[meeting.isAdopted ? .meetingAdopted : .meetingDraft])"
  }
}
