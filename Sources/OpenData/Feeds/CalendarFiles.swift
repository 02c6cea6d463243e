import Languages
import Partnership

/// iCalendar (RFC 5545): meetings, and the due dates of decisions in force.
struct CalendarFiles: DataFormat {
  static let paths = Localized(english: "en/calendar.ics", french: "fr/calendrier.ics")

  func files(of input: OpenDataInput, after _: [DataFile]) -> [DataFile] {
    Language.allCases.map { language in
      DataFile(
        path: Self.paths[language], mediaType: "text/calendar",
        bytes: calendar(input, language),
        listing: language == .english
          ? DataFile.Listing(
            series: "", table: nil, format: "iCalendar", path: Self.paths,
            title: Localized(
              english: "meetings and due dates", french: "réunions et échéances")) : nil)
    }
  }

  private func calendar(_ input: OpenDataInput, _ language: Language) -> [UInt8] {
    let name = input.compact.settings.title[language]
    var lines = ContentLines()
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", "-//Vitrine//Vitrine 1//" + language.tag.uppercased())
    lines.add("CALSCALE", "GREGORIAN")
    lines.add("X-WR-CALNAME", text: name)
    for meeting in input.meetings {
      event(
        "meeting \(meeting.code)", on: meeting.date, meeting.title[language],
        meeting.kind.name[language].uppercasedFirst, place: meeting.place[language],
        page: input.pages.meetings[meeting.code]?[language], input, into: &lines)
    }
    for decision in input.decisions {
      let status = decision.status(on: input.day)
      guard let due = decision.dueInForce, status != .replaced, status != .withdrawn else {
        continue
      }
      let title =
        language == .english
        ? "\(decision.code) due: \(status.words.english)"
        : "Échéance de \(decision.code)\u{A0}: \(status.words.french)"
      event(
        "due \(decision.code)", on: due, title, decision.text[language], place: nil,
        page: input.pages.decisions[decision.code]?[language], input, into: &lines)
    }
    lines.add("END", "VCALENDAR")
    return lines.bytes
  }

  /// One whole day.
  private func event(
    _ key: String, on date: CalendarDate, _ title: String, _ description: String, place: String?,
    page: String?, _ input: OpenDataInput, into lines: inout ContentLines
  ) {
    func day(_ date: CalendarDate) -> String {
      String(decoding: date.iso.utf8.filter { $0 != 0x2D }, as: UTF8.self)
    }
    lines.add("BEGIN", "VEVENT")
    lines.add("UID", stableIdentifier("event", input.compact.name.text.english, key))
    lines.add("DTSTAMP", day(input.day) + "T000000Z")
    lines.add("DTSTART;VALUE=DATE", day(date))
    lines.add("DTEND;VALUE=DATE", day(date.adding(days: 1)))
    lines.add("SUMMARY", text: title)
    lines.add("DESCRIPTION", text: description)
    if let place, !place.isEmpty { lines.add("LOCATION", text: place) }
    if let page, let address = input.absolute(page) { lines.add("URL", address) }
    lines.add("TRANSP", "TRANSPARENT")
    lines.add("END", "VEVENT")
  }
}

/// Lines of RFC 5545: folded at 75 bytes, ended by CR LF, texts escaped.
struct ContentLines {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ name: String, text: String) { add(name, Self.escaped(text)) }

  mutating func add(_ name: String, _ value: String) {
    if name.utf8.count + 1 + value.utf8.count <= 75 {
      bytes += name.utf8
      bytes.append(0x3A)
      bytes += value.utf8
      bytes += [0x0D, 0x0A]
      return
    }
    var width = 0
    for character in name + ":" + value {
      let size = character.utf8.count
      if width + size > 75 {
        bytes += [0x0D, 0x0A, 0x20]
        width = 1
      }
      bytes += Array(character.utf8)
      width += size
    }
    bytes += [0x0D, 0x0A]
  }

  /// RFC 5545, 3.3.11; control characters have no place in a text.
  static func escaped(_ text: String) -> String {
    let isPlain = !text.holdsByte {
      $0 < 0x20 || $0 == 0x7F || $0 == 0x5C || $0 == 0x3B || $0 == 0x2C
    }
    if isPlain { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      default:
        if scalar.value >= 0x20 && scalar.value != 0x7F { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}

extension Decision.Status {
  var words: Localized<String> {
    switch self {
    case .open: Localized(english: "open", french: "en cours")
    case .overdue: Localized(english: "overdue", french: "en retard")
    case .carriedOver: Localized(english: "carried over", french: "reportée")
    case .done: Localized(english: "done", french: "exécutée")
    case .replaced: Localized(english: "replaced", french: "remplacée")
    case .withdrawn: Localized(english: "withdrawn", french: "retirée")
    }
  }
}
