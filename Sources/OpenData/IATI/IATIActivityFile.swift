import Languages
import Partnership
import Publication

/// The partnership as one activity of IATI 2.03, with its results. Elements stand in the order of
/// the schema; every text is a narrative in each language.
struct IATIActivityFile: DataFormat {
  static let path = OpenDataBuilder.folder + "/iati-activities.xml"

  func files(of input: OpenDataInput, after _: [DataFile]) -> [DataFile] {
    guard let settings = input.compact.settings.iati else { return [] }
    let compact = input.compact
    let clock = compact.clock
    var xml = XMLWriter()
    let instant = FeedFiles.instant(input.day)
    xml.element("iati-activities", ["version": "2.03", "generated-datetime": instant]) {
      $0.element(
        "iati-activity",
        [
          "xml:lang": "en", "default-currency": compact.funding?.currency ?? "USD",
          "last-updated-datetime": instant, "humanitarian": "0", "hierarchy": "1",
        ]
      ) {
        $0.element("iati-identifier", text: settings.activity)
        $0.element(
          "reporting-org",
          [
            "ref": settings.reporter.reference ?? "", "type": String(settings.reporter.type),
            "secondary-reporter": "0",
          ]
        ) { $0.narratives(settings.reporter.name) }
        $0.narratives("title", of: compact.name.text)
        $0.element("description", ["type": "1"]) { $0.narratives(compact.purpose.text) }
        $0.element("description", ["type": "2"]) { $0.narratives(compact.goal.text) }
        for organisation in settings.participants { $0.participant(organisation) }
        $0.empty("activity-status", ["code": Self.status(clock, on: input.day)])
        $0.empty("activity-date", ["type": "1", "iso-date": clock.signed.iso])
        if clock.effective <= input.day {
          $0.empty("activity-date", ["type": "2", "iso-date": clock.effective.iso])
        }
        $0.empty("activity-date", ["type": "3", "iso-date": clock.end.iso])
        $0.empty("activity-scope", ["code": "4"])
        $0.empty("recipient-country", ["code": settings.country, "percentage": "100"])
        $0.empty("sector", ["vocabulary": "1", "code": settings.sector, "percentage": "100"])
        for objective in compact.objectives { $0.result(of: objective, input) }
      }
    }
    return [
      DataFile(
        path: Self.path, mediaType: "application/xml", bytes: xml.bytes,
        listing: DataFile.Listing(
          series: "", table: nil, format: "IATI", path: Localized(both: Self.path),
          title: Localized(
            english: "activity file of IATI 2.03", french: "fichier d’activité de l’IITA 2.03")))
    ]
  }

  /// Code list ActivityStatus: pipeline, implementation, closed.
  static func status(_ clock: Clock, on day: CalendarDate) -> String {
    day < clock.effective ? "1" : day <= clock.end ? "2" : "4"
  }
}

extension XMLWriter {
  mutating func narratives(_ text: Localized<String>) {
    for language in Language.allCases {
      element("narrative", ["xml:lang": language.tag], text: text[language])
    }
  }

  mutating func narratives(_ name: String, of text: Localized<String>) {
    element(name) { $0.narratives(text) }
  }

  fileprivate mutating func participant(_ organisation: IATISettings.Organisation) {
    let role = String(organisation.role ?? 4)
    let type = String(organisation.type)
    if let reference = organisation.reference {
      element("participating-org", ["ref": reference, "type": type, "role": role]) {
        $0.narratives(organisation.name)
      }
    } else {
      element("participating-org", ["type": type, "role": role]) {
        $0.narratives(organisation.name)
      }
    }
  }
}
