public import Diagnostics
import Languages
public import Partnership

/// Reads all meeting notes, in the order of their dates, and checks them against each other.
public struct NotesReader: Sendable {
  let compact: Compact

  public init(compact: Compact) { self.compact = compact }

  public func read(_ sources: [MeetingSource], into findings: inout Findings) -> [MeetingRecord] {
    let byCode = Dictionary(sources.map { ($0.code, $0) }) { first, _ in first }
    return read(sources.map(\.code), into: &findings) { code, _ in byCode[code] }
  }

  /// - Parameter source: the files of a meeting, and what is to mend in them; it is asked for when the
  ///   meeting is read, and let go then.
  public func read(
    _ codes: [String], into findings: inout Findings,
    from source: @Sendable (String, inout Findings) -> MeetingSource?
  ) -> [MeetingRecord] {
    var records: [MeetingRecord] = []
    for each in readEach(codes.sorted(), from: source) {
      findings.add(contentsOf: each.findings.all)
      if let record = each.record { records.append(record) }
    }
    records.sort { ($0.meeting.date, $0.meeting.code) < ($1.meeting.date, $1.meeting.code) }
    checkTogether(records, into: &findings)
    return records
  }

  /// Each meeting by itself, in the order given: what its notes say, and what is to mend in them.
  public func readEach(
    _ codes: [String], from source: @Sendable (String, inout Findings) -> MeetingSource?
  ) -> [(record: MeetingRecord?, findings: Findings)] {
    let vocabularies = Localized<NoteVocabulary>.each { NoteVocabulary(compact, language: $0) }
    return inParallel(codes) { code in
      var found = Findings()
      let record = source(code, &found).flatMap {
        MeetingReader(vocabularies: vocabularies, source: $0).read(into: &found)
      }
      return (record: record, findings: found)
    }
  }

  /// Identifiers are stated once, and followed up only after.
  ///
  /// - Parameter records: in the order of their dates.
  public func checkTogether(_ records: [MeetingRecord], into findings: inout Findings) {
    var stated: [String: Place] = [:]
    // The nearest of many words takes long to find, and nobody reads a thousand proposals.
    var proposals = 100
    for record in records {
      for (decision, place) in zip(record.decisions, record.decisionPlaces) {
        if let first = stated[decision.code] {
          findings.add(.decisionStatedTwice(decision.code, first: first), at: place)
        } else {
          stated[decision.code] = place
        }
      }
      for followUp in record.followUps where stated[followUp.decision] == nil {
        proposals -= 1
        let nearest =
          proposals < 0 ? nil : nearestWord(to: followUp.decision, among: stated.keys)
        findings.add(.followUpOfUnknown(nearest: nearest), at: followUp.place)
      }
    }
  }
}

/// One meeting: two languages, one set of facts.
private struct MeetingReader {
  let vocabularies: Localized<NoteVocabulary>
  let source: MeetingSource

  func read(into findings: inout Findings) -> MeetingRecord? {
    var documents = Localized<NoteDocument?>(both: nil)
    var statements = Localized<[Statement]?>(both: nil)
    var headings: Localized<[String]> = Localized(both: [])
    for language in Language.allCases {
      guard let note = source.notes[language] else { continue }
      var reader = DocumentReader(vocabularies[language], source: note.source)
      documents[language] = reader.read()
      statements[language] = reader.statements
      headings[language] = reader.headings
      findings.add(contentsOf: reader.findings.all)
      note.frontMatter.checkWords(
        vocabularies[language].guardWords, in: note.source.file, &findings)
    }
    guard let meeting = meeting(&findings) else { return nil }
    Parity(
      notes: source.notes, documents: documents, statements: statements,
      hasBrokenTwin: source.hasBrokenTwin
    ).check(&findings)
    let facts = statements[.english] ?? statements[.french] ?? []
    var decisions: [Decision] = []
    var places: [Place] = []
    var followUps: [StatedFollowUp] = []
    var reports: [ActivityReport] = []
    // The second statement of a code in one note goes with the second in the other.
    let texts = statements.map {
      Dictionary(grouping: $0 ?? [], by: \.code).mapValues { $0.map(\.text) }
    }
    var ranks: [String: Int] = [:]
    for statement in facts {
      let rank = ranks[statement.code, default: 0]
      ranks[statement.code] = rank + 1
      let text = texts.map { texts in
        let same = texts[statement.code] ?? []
        return same.indices.contains(rank) ? same[rank] : statement.text
      }
      switch statement.kind {
      case .decision(let code, let tail):
        if let due = tail.due, due < meeting.date {
          findings.add(.dueBeforeDecided, at: statement.place)
        }
        places.append(statement.place)
        decisions.append(
          Decision(
            code: code, meeting: meeting.code, date: meeting.date, text: text,
            owners: tail.owners, due: tail.due, concerns: tail.concerns, followUps: []))
      case .followUp(let code, let outcome, let replacement, let due):
        if let due, due < meeting.date { findings.add(.dueBeforeDecided, at: statement.place) }
        followUps.append(
          StatedFollowUp(
            decision: code,
            followUp: Decision.FollowUp(
              meeting: meeting.code, date: meeting.date, outcome: outcome,
              replacement: replacement, due: due, text: text),
            place: statement.place))
      case .activity(let code, let status, let reporter):
        reports.append(
          ActivityReport(
            activity: code, status: status, asOf: meeting.date, meeting: meeting.code,
            reportedBy: reporter, sentence: text))
      }
    }
    return MeetingRecord(
      meeting: meeting, documents: documents, decisions: decisions, decisionPlaces: places,
      followUps: followUps,
      reports: reports, overrulings: Overruling.all(in: source.notes),
      file: (source.notes[.english] ?? source.notes[.french])?.source.file ?? source.code,
      hasStandingHeadings: StandingHeadings.areAll(
        in: headings[.english] + headings[.french]))
  }

  // MARK: Front matter

  /// The facts of the front matter are the same in both notes; words are each language's own.
  private func meeting(_ findings: inout Findings) -> Meeting? {
    let facts = Localized<FrontMatterFacts?>.each { language in
      guard let note = source.notes[language] else { return nil }
      let reader = FrontMatterReading(
        compact: vocabularies[language].compact, front: note.frontMatter, file: note.source.file)
      return reader.facts(&findings)
    }
    if let english = facts[.english], let french = facts[.french],
      let note = source.notes[.french]
    {
      for key in english.keysThatDiffer(from: french) {
        findings.add(
          .frontMatterDiffers(key),
          at: note.frontMatter.places[key] ?? Place(file: note.source.file, line: 1, column: 1))
      }
    }
    guard let main = source.notes[.english] ?? source.notes[.french],
      let fact = facts[.english] ?? facts[.french], let kind = fact.kind, let date = fact.date
    else { return nil }
    func each(_ key: String) -> Localized<String> {
      let fallback = main.frontMatter.text(key) ?? ""
      return Localized<String>.each { language in
        source.notes[language]?.frontMatter.text(key) ?? fallback
      }
    }
    let documents = Localized<[String]>.each { language in
      (source.notes[language] ?? main).frontMatter.list("documents")
    }
    return Meeting(
      code: source.code, kind: kind, date: date, place: each("place"), title: each("title"),
      chair: fact.chair ?? "", participants: fact.participants, isAdopted: fact.isAdopted,
      isDemonstration: fact.isDemonstration,
      documents: documents.english.indices.map { index in
        Meeting.Document(
          title: Localized(
            english: documents.english[index],
            french: documents.french.indices.contains(index)
              ? documents.french[index] : documents.english[index]))
      },
      status: TranslationStatus.each(of: source.notes),
      closedPassages: NoteSource.closedPassages(in: source.notes))
  }
}

/// The headings that Section V.A asks of an annual meeting.
private enum StandingHeadings {
  private static let words = [
    ["accomplishments", "réalisations"], ["challenges", "difficultés", "défis"],
    ["planned activities", "activités prévues"],
  ].map { $0.map(\.decomposed) }

  /// - Parameter headings: in small letters, canonically decomposed.
  static func areAll(in headings: [String]) -> Bool {
    words.allSatisfy { any in
      headings.contains { heading in any.contains { heading.holds($0) } }
    }
  }
}
