import Diagnostics
public import Facts
import Languages
import Partnership

/// Everything that a record says but for its prose: what pages other than the meeting's own may
/// depend on. A note whose facts are what they were changes its own page and nothing else.
extension MeetingRecord {
  /// The record with documents that have no blocks.
  public var withoutProse: MeetingRecord {
    MeetingRecord(
      meeting: meeting,
      documents: documents.map { document in
        document.map {
          NoteDocument(
            language: $0.language, blocks: [], closedPassages: $0.closedPassages,
            typedNumbers: $0.typedNumbers, references: $0.references)
        }
      }, decisions: decisions, decisionPlaces: decisionPlaces, followUps: followUps,
      reports: reports, overrulings: overrulings.map(\.withoutReason),
      file: file, hasStandingHeadings: hasStandingHeadings)
  }

  public var facts: [UInt8] {
    var writer = FactWriter()
    writer.add(meeting)
    for language in Language.allCases {
      writer.add(documents[language]) { $0.add($1) }
    }
    writer.add(list: decisions) { $0.add($1) }
    writer.add(list: decisionPlaces) { $0.add($1) }
    writer.add(list: followUps) { writer, stated in
      writer.add(stated.decision)
      writer.add(stated.followUp)
      writer.add(stated.place)
    }
    writer.add(list: reports) { $0.add($1) }
    writer.add(list: overrulings) { writer, overruling in
      writer.add(overruling.code)
      writer.add(overruling.place)
    }
    writer.add(file)
    writer.add(hasStandingHeadings)
    return writer.bytes
  }

  /// - Throws: where the bytes are not the facts of a record.
  public init(facts: [UInt8]) throws(FactReader.Broken) {
    var reader = FactReader(facts)
    meeting = try reader.meeting()
    var documents = Localized<NoteDocument?>(both: nil)
    for language in Language.allCases {
      documents[language] = try reader.optional { (r) throws(FactReader.Broken) in
        try r.document(in: language)
      }
    }
    self.documents = documents
    decisions = try reader.list { (r) throws(FactReader.Broken) in try r.decision() }
    decisionPlaces = try reader.list { (r) throws(FactReader.Broken) in try r.place() }
    followUps = try reader.list { (r) throws(FactReader.Broken) in
      StatedFollowUp(
        decision: try r.text(), followUp: try r.followUp(), place: try r.place())
    }
    reports = try reader.list { (r) throws(FactReader.Broken) in try r.report() }
    overrulings = try reader.list { (r) throws(FactReader.Broken) in
      Overruling(code: try r.text(), reason: "", place: try r.place())
    }
    file = try reader.text()
    hasStandingHeadings = try reader.flag()
    guard reader.isAtEnd else { throw FactReader.Broken() }
  }
}

extension FactWriter {
  fileprivate mutating func add(_ date: CalendarDate) {
    add(date.year * 10_000 + date.month * 100 + date.day)
  }

  fileprivate mutating func add(_ place: Place) {
    add(place.file)
    add(place.line) { $0.add($1) }
    add(place.column) { $0.add($1) }
  }

  fileprivate mutating func add(_ meeting: Meeting) {
    add(meeting.code)
    add(meeting.kind.rawValue)
    add(meeting.date)
    add(meeting.place)
    add(meeting.title)
    add(meeting.chair)
    add(meeting.participants)
    add(meeting.isAdopted)
    add(meeting.isDemonstration)
    add(list: meeting.documents) { writer, document in
      writer.add(document.title)
      writer.add(document.address) { $0.add($1) }
    }
    for language in Language.allCases { add(meeting.status[language].rawValue) }
    add(meeting.closedPassages)
  }

  fileprivate mutating func add(_ document: NoteDocument) {
    add(document.closedPassages)
    add(list: document.typedNumbers) { writer, typed in
      writer.add(typed.number)
      writer.add(typed.decimals)
      writer.add(typed.isPercent)
      writer.add(typed.series)
      writer.add(typed.place)
    }
    add(list: document.references) { writer, reference in
      writer.add(reference.series)
      writer.add(reference.period)
      writer.add(list: reference.filters) { writer, filter in
        writer.add(filter.dimension)
        writer.add(filter.category)
      }
      writer.add(reference.wantsChange)
      writer.add(reference.place)
    }
  }

  fileprivate mutating func add(_ decision: Decision) {
    add(decision.code)
    add(decision.meeting)
    add(decision.date)
    add(decision.text)
    add(decision.owners)
    add(decision.due) { $0.add($1) }
    add(decision.concerns)
    add(list: decision.followUps) { $0.add($1) }
  }

  fileprivate mutating func add(_ followUp: Decision.FollowUp) {
    add(followUp.meeting)
    add(followUp.date)
    add(followUp.outcome.rawValue)
    add(followUp.replacement) { $0.add($1) }
    add(followUp.due) { $0.add($1) }
    add(followUp.text)
  }

  fileprivate mutating func add(_ report: ActivityReport) {
    add(report.activity)
    add(report.status.rawValue)
    add(report.asOf)
    add(report.meeting)
    add(report.reportedBy) { $0.add($1) }
    add(report.decision) { $0.add($1) }
    add(report.sentence)
  }
}

extension FactReader {
  fileprivate mutating func date() throws(Broken) -> CalendarDate {
    let number = try number()
    guard
      let date = CalendarDate(
        year: number / 10_000, month: number / 100 % 100, day: number % 100)
    else { throw Broken() }
    return date
  }

  fileprivate mutating func day() throws(Broken) -> CalendarDate? {
    try optional { (r) throws(Broken) in try r.date() }
  }

  fileprivate mutating func place() throws(Broken) -> Place {
    Place(
      file: try text(), line: try optional { (r) throws(Broken) in try r.number() },
      column: try optional { (r) throws(Broken) in try r.number() })
  }

  fileprivate mutating func meeting() throws(Broken) -> Meeting {
    var meeting = Meeting(
      code: try text(), kind: try word(of: MeetingKind.self), date: try date(), place: try both(),
      title: try both(), chair: try text(), participants: try texts(), isAdopted: try flag(),
      isDemonstration: try flag(),
      documents: try list { (r) throws(Broken) in
        Meeting.Document(title: try r.both(), address: try r.word())
      }, status: Localized(both: .official), closedPassages: 0)
    for language in Language.allCases {
      meeting.status[language] = try word(of: TranslationStatus.self)
    }
    meeting.closedPassages = try number()
    return meeting
  }

  fileprivate mutating func document(in language: Language) throws(Broken) -> NoteDocument {
    NoteDocument(
      language: language, blocks: [], closedPassages: try number(),
      typedNumbers: try list { (r) throws(Broken) in
        TypedNumber(
          number: try r.number(), decimals: try r.number(), isPercent: try r.flag(),
          series: try r.texts(), place: try r.place())
      },
      references: try list { (r) throws(Broken) in
        FigureReference(
          series: try r.text(), period: try r.text(),
          filters: try r.list { (r) throws(Broken) in
            FigureReference.Filter(dimension: try r.text(), category: try r.text())
          }, wantsChange: try r.flag(), place: try r.place())
      })
  }

  fileprivate mutating func decision() throws(Broken) -> Decision {
    Decision(
      code: try text(), meeting: try text(), date: try date(), text: try both(),
      owners: try texts(), due: try day(), concerns: try texts(),
      followUps: try list { (r) throws(Broken) in try r.followUp() })
  }

  fileprivate mutating func followUp() throws(Broken) -> Decision.FollowUp {
    Decision.FollowUp(
      meeting: try text(), date: try date(), outcome: try word(of: Decision.Outcome.self),
      replacement: try word(), due: try day(), text: try both())
  }

  fileprivate mutating func report() throws(Broken) -> ActivityReport {
    ActivityReport(
      activity: try text(), status: try word(of: ActivityStatus.self), asOf: try date(),
      meeting: try text(), reportedBy: try word(), decision: try word(),
      sentence: try both())
  }
}
