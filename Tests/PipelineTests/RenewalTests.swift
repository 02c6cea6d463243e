import Diagnostics
import Facts
import Foundation
import Languages
import Notes
import Publication
import Testing

@testable import Pipeline

/// A small partnership with notes in two languages, built with a cache and without one.
private struct Bureau: ~Copyable {
  let desk: CachedDesk
  static let codes = ["2024-06-03-annual", "2024-07-04-annual", "2024-08-05-annual"]

  init() throws {
    let desk = try CachedDesk()
    for (index, code) in Self.codes.enumerated() {
      try Self.write(code, number: index, in: desk.content)
    }
    self.desk = desk
  }

  func write(_ code: String, number: Int) throws {
    try Self.write(code, number: number, in: desk.content)
  }

  private static func write(_ code: String, number: Int, in content: String) throws {
    let folder = content + "/meetings/" + code
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    for language in Language.allCases {
      let isEnglish = language == .english
      let text = """
        ---
        type: annual
        date: \(code.prefix(10))
        place: Port Lumen
        title: \(isEnglish ? "Meeting" : "Réunion") \(number)
        chair: RIVER-OFFICE
        participants: [RIVER-OFFICE]
        status: adopted
        demonstration: true
        ---

        ## \(isEnglish ? "Decisions" : "Décisions")

        - D-2024-0\(number + 1) \(isEnglish ? "Count the visits." : "Compter les visites.") \
        (\(isEnglish ? "owner: RIVER-OFFICE; due" : "responsable : RIVER-OFFICE ; échéance"): 2025-03-31)

        ::: closed
        CANARYCLOSED
        :::

        \(isEnglish ? "Prose of" : "Texte de") \(number).

        """
      try text.write(
        toFile: folder + "/\(language.rawValue).md", atomically: true, encoding: .utf8)
    }
  }

  func edit(_ code: String, _ language: Language, _ old: String, _ new: String) throws {
    try desk.replace("Content/meetings/\(code)/\(language.rawValue).md", old, new)
  }

  /// The site of a build that remembers nothing; nil where findings stop it.
  func clean() throws -> [String: [UInt8]]? {
    var findings = Findings()
    let request = BuildRequest(
      content: desk.content, theme: desk.theme, data: nil, output: desk.path + "/clean")
    do {
      _ = try Build(request).run(into: &findings)
    } catch is BuildStopped {
      return nil
    }
    return desk.bytes("clean")
  }
}

@Suite("After a change, the site is what a clean build would make of it")
struct RenewalTests {
  @Test("a sentence more in one note: its page alone is written")
  func prose() throws {
    let bureau = try Bureau()
    _ = try bureau.desk.build()
    try bureau.edit(Bureau.codes[1], .english, "Prose of", "Much prose of")
    let again = try bureau.desk.build()
    #expect(again.receipt.written == 1)
    #expect(try bureau.clean() == bureau.desk.bytes("site"))
    // And once more, from what that build remembered.
    try bureau.edit(Bureau.codes[2], .french, "Texte de", "Un texte de")
    try bureau.edit(Bureau.codes[0], .french, "Texte de", "Un autre texte de")
    let third = try bureau.desk.build()
    #expect(third.receipt.written == 2)
    #expect(third.receipt.pages == again.receipt.pages)
    #expect(try bureau.clean() == bureau.desk.bytes("site"))
    #expect(try bureau.desk.build().stages == 0)
  }

  @Test(
    "what a note states is on other pages too",
    arguments: [
      ("title: Meeting", "title: Encounter"), ("Count the visits.", "Count all visits."),
      ("due: 2025-03-31", "due: 2025-04-30"), ("place: Port Lumen", "place: Port Noir"),
      ("::: closed\nCANARYCLOSED\n:::", "No passage is closed."),
    ])
  func facts(_ old: String, _ new: String) throws {
    let bureau = try Bureau()
    _ = try bureau.desk.build()
    try bureau.edit(Bureau.codes[1], .english, old, new)
    if try bureau.clean() == nil {
      #expect(throws: BuildStopped.self) { try bureau.desk.build() }
    } else {
      #expect(try bureau.desk.build().receipt.written > 0)
      #expect(try bureau.clean() == bureau.desk.bytes("site"))
    }
  }

  @Test("what is found in the changed note is said anew, and no more once it is mended")
  func warning() throws {
    let bureau = try Bureau()
    let first = try bureau.desk.build()
    // A translation says which state of its source it follows.
    try bureau.edit(
      Bureau.codes[1], .french, "status: adopted", "status: adopted\ntranslates: [00000000]")
    #expect(try bureau.desk.build().codes.contains("translation-stale"))
    try bureau.edit(Bureau.codes[1], .french, "Texte de", "Un texte de")
    let again = try bureau.desk.build()
    #expect(again.codes.contains("translation-stale") && again.receipt.written == 1)
    #expect(try bureau.desk.build().codes == again.codes)
    try bureau.edit(
      Bureau.codes[1], .french, "status: adopted\ntranslates: [00000000]", "status: adopted")
    #expect(try bureau.desk.build().codes == first.codes)
    #expect(try bureau.clean() == bureau.desk.bytes("site"))
  }

  @Test(
    "another style, script or picture of the theme: that file alone is written",
    arguments: [
      ("Themes/plain/styles/zz-plain.css", "Georgia", "Palatino"),
      ("Themes/vitrine/scripts/search.js", ";", " ;"),
      ("Themes/vitrine/assets/favicon.svg", "<svg ", "<svg  "),
    ])
  func assets(_ file: String, _ old: String, _ new: String) throws {
    let bureau = try Bureau()
    let first = try bureau.desk.build()
    try bureau.desk.replace(file, old, new)
    let again = try bureau.desk.build()
    #expect(again.receipt.written == 1 && again.stages == 3)
    #expect(again.codes == first.codes && again.receipt.pages == first.receipt.pages)
    #expect(try bureau.clean() == bureau.desk.bytes("site"))
    // What that build remembered serves the next.
    try bureau.edit(Bureau.codes[1], .english, "Prose of", "Much prose of")
    #expect(try bureau.desk.build().receipt.written == 1)
    #expect(try bureau.clean() == bureau.desk.bytes("site"))
    #expect(try bureau.desk.build().stages == 0)
  }

  @Test(
    "another word or template of the theme: the files that show it alone are made",
    arguments: [
      // On one page, and in no note.
      ("Themes/vitrine/strings.fr.yml", #"matrixUncovered: ""#, #"matrixUncovered: "Encore : "#, 1),
      // On the page of every note, which is read again for it, and in the list of all.
      ("Themes/vitrine/strings.en.yml", #"meetingAdopted: ""#, #"meetingAdopted: "Now "#, 4),
      ("Themes/vitrine/templates/home.mustache", "<section", "<section data-n", 2),
      // A partial of several templates, which draw every page.
      ("Themes/vitrine/templates/head.mustache", "<meta", "<meta  ", nil),
      // A comment that no page shows: files are made, and none is another.
      ("Themes/plain/templates/page.mustache", "<h1>", "{{! a comment }}<h1>", 0),
      ("Themes/vitrine/strings.en.yml", "matrixUncovered: ", "matrixUncovered:  ", 0),
    ] as [(String, String, String, Int?)])
  func words(_ file: String, _ old: String, _ new: String, _ written: Int?) throws {
    let bureau = try Bureau()
    let first = try bureau.desk.build()
    try bureau.desk.replace(file, old, new)
    let again = try bureau.desk.build()
    #expect(again.stages == 3)
    #expect(again.receipt.written == written ?? again.receipt.pages)
    #expect(again.codes == first.codes && again.receipt.pages == first.receipt.pages)
    #expect(try bureau.clean() == bureau.desk.bytes("site"))
    // What that build remembered serves the next, for a note, for the same file, and for both at once.
    try bureau.edit(Bureau.codes[1], .english, "Prose of", "Much prose of")
    #expect(try bureau.desk.build().receipt.written == 1)
    #expect(try bureau.clean() == bureau.desk.bytes("site"))
    try bureau.desk.replace(file, new, old)
    try bureau.edit(Bureau.codes[0], .french, "Texte de", "Un texte de")
    #expect(try bureau.desk.build().stages == 3)
    #expect(try bureau.clean() == bureau.desk.bytes("site"))
    #expect(try bureau.desk.build().stages == 0)
  }

  @Test("what is found in the theme is said anew, and no more once it is mended")
  func themeFindings() throws {
    let bureau = try Bureau()
    let first = try bureau.desk.build()
    let (file, key) = ("Themes/vitrine/strings.en.yml", "matrixUncovered: ")
    try bureau.desk.replace(file, key, "nobodyAsksForThis: Words\n" + key)
    let unused = try bureau.desk.build()
    #expect(unused.stages == 3 && unused.codes.contains("unused-string"))
    #expect(try bureau.desk.build().codes == unused.codes)
    try bureau.desk.replace(file, "nobodyAsksForThis: Words\n", "")
    #expect(try bureau.desk.build().codes == first.codes)
    let before = bureau.desk.bytes("site")
    try bureau.desk.replace(file, key, "matrixUncovert: ")
    let stop = #expect(throws: BuildStopped.self) { try bureau.desk.build() }
    #expect(stop?.findings.all.contains { $0.message.code == "missing-string" } == true)
    #expect(bureau.desk.bytes("site") == before)
    try bureau.desk.replace(file, "matrixUncovert: ", key)
    _ = try bureau.desk.build()
    let template = "Themes/vitrine/templates/home.mustache"
    try bureau.desk.replace(template, "{{{goal}}}", "{{{gaol}}}")
    #expect(throws: BuildStopped.self) { try bureau.desk.build() }
    #expect(bureau.desk.bytes("site") == before)
  }

  @Test("tags over several lines, and words below words, are seen as every other")
  func oddTemplates() throws {
    let bureau = try Bureau()
    let layout = "Themes/vitrine/templates/layout.mustache"
    let home = "Themes/vitrine/templates/home.mustache"
    try bureau.desk.replace(layout, "{{> head}}", "{{> head\n}}")
    try bureau.desk.replace(home, "{{t.homeMissing}}", "{{ t.homeMissing\n}}{{t.sheet.intro}}")
    let strings = Language.allCases.map { "Themes/vitrine/strings.\($0.rawValue).yml" }
    for file in strings {
      try bureau.desk.replace(file, "homeMissing: ", "sheet.intro: \"Intro\"\nhomeMissing: ")
    }
    _ = try bureau.desk.build()
    for (file, old, new) in [
      ("Themes/vitrine/templates/head.mustache", "<meta", "<meta "),
      (strings[0], "homeMissing: \"", "homeMissing: \"Now "),
      (strings[0], "homeMissing: ", "sheet: \"Sheet\"\nhomeMissing: "),
      (strings[0], "sheet.intro: \"", "sheet.intro: \"Now "),
    ] {
      try bureau.desk.replace(file, old, new)
      #expect(try bureau.desk.build().stages == 3, "\(new)")
      #expect(try bureau.clean() == bureau.desk.bytes("site"), "\(new)")
    }
    let page = String(decoding: bureau.desk.bytes("site")["en/index.html"] ?? [], as: UTF8.self)
    #expect(page.contains("Now Intro"))
  }

  @Test(
    "a note behind a link is on every page that a later build renews", arguments: [true, false])
  func links(_ isFolder: Bool) throws {
    let bureau = try Bureau()
    let files = FileManager.default
    let meeting = bureau.desk.content + "/meetings/" + Bureau.codes[1]
    let drafts = bureau.desk.content + "/drafts"
    if isFolder {
      try files.createDirectory(atPath: drafts, withIntermediateDirectories: true)
      try files.moveItem(atPath: meeting, toPath: drafts + "/" + Bureau.codes[1])
      try files.createSymbolicLink(
        atPath: meeting, withDestinationPath: "../drafts/" + Bureau.codes[1])
    } else {
      try files.moveItem(atPath: meeting, toPath: drafts)
      try files.createDirectory(atPath: meeting, withIntermediateDirectories: true)
      for name in ["en.md", "fr.md"] {
        try files.createSymbolicLink(
          atPath: meeting + "/" + name, withDestinationPath: "../../drafts/" + name)
      }
    }
    _ = try bureau.desk.build()
    try bureau.desk.replace(
      "Themes/vitrine/strings.en.yml", "meetingsTitle: \"", "meetingsTitle: \"All ")
    _ = try bureau.desk.build()
    #expect(try bureau.clean() == bureau.desk.bytes("site"))
    let note = isFolder ? drafts + "/" + Bureau.codes[1] : drafts
    let old = try String(contentsOfFile: note + "/en.md", encoding: .utf8)
    try old.replacing("Prose of", with: "Much prose of")
      .write(toFile: note + "/en.md", atomically: true, encoding: .utf8)
    _ = try bureau.desk.build()
    #expect(try bureau.clean() == bureau.desk.bytes("site"))
  }

  @Test("of a theme that holds the content, warnings about the content stay")
  func nested() throws {
    let bureau = try Bureau()
    let inside = bureau.desk.theme + "/Content"
    try FileManager.default.moveItem(atPath: bureau.desk.content, toPath: inside)
    let note = inside + "/meetings/" + Bureau.codes[1] + "/fr.md"
    let old = try String(contentsOfFile: note, encoding: .utf8)
    try old.replacing("status: adopted", with: "status: adopted\ntranslates: [00000000]")
      .write(toFile: note, atomically: true, encoding: .utf8)
    func build() throws -> [String] {
      var findings = Findings()
      let request = BuildRequest(
        content: inside, theme: bureau.desk.theme, data: nil,
        output: bureau.desk.path + "/site", cache: bureau.desk.cache)
      _ = try Build(request).run(into: &findings)
      return findings.all.map(\.message.code)
    }
    let first = try build()
    #expect(first.contains("translation-stale"))
    try bureau.desk.replace("Themes/plain/styles/zz-plain.css", "Georgia", "Palatino")
    #expect(try build() == first)
  }

  @Test("a template more, and one laid over, are what a clean build makes of them")
  func otherTemplates() throws {
    let bureau = try Bureau()
    _ = try bureau.desk.build()
    let folder = bureau.desk.path + "/Themes/"
    let home = try String(
      contentsOfFile: folder + "vitrine/templates/home.mustache", encoding: .utf8)
    try ("<p>Another home</p>" + home).write(
      toFile: folder + "plain/templates/home.mustache", atomically: true, encoding: .utf8)
    #expect(try bureau.desk.build().stages == 4)
    #expect(try bureau.clean() == bureau.desk.bytes("site"))
    // Laid over by the other, it is seen nowhere.
    try bureau.desk.replace("Themes/vitrine/templates/home.mustache", "<section", "<section data-n")
    #expect(try bureau.desk.build().receipt.written == 0)
    #expect(try bureau.clean() == bureau.desk.bytes("site"))
  }

  @Test("an asset more or less, and a style sheet too heavy, are what a clean build makes of them")
  func otherAssets() throws {
    let bureau = try Bureau()
    let first = try bureau.desk.build()
    let folder = bureau.desk.path + "/Themes/plain/"
    try FileManager.default.createDirectory(
      atPath: folder + "assets", withIntermediateDirectories: true)
    try "<svg/>".write(toFile: folder + "assets/more.svg", atomically: true, encoding: .utf8)
    #expect(try bureau.desk.build().stages == 4)
    #expect(try bureau.clean() == bureau.desk.bytes("site"))
    try FileManager.default.removeItem(atPath: folder + "assets/more.svg")
    _ = try bureau.desk.build()
    #expect(try bureau.clean() == bureau.desk.bytes("site"))
    // Knuth's multiplicative sequence: names that do not repeat, the same in every run.
    let style = folder + "styles/zz-plain.css"
    let old = try String(contentsOfFile: style, encoding: .utf8)
    let rules = (1...6000 as ClosedRange<UInt32>).map { ".x\($0 &* 2_654_435_761){}" }
    try (old + rules.joined(separator: "\n")).write(
      toFile: style, atomically: true, encoding: .utf8)
    #expect(try bureau.desk.build().codes.contains("style-sheet-too-heavy"))
    #expect(try bureau.clean() == bureau.desk.bytes("site"))
    try old.write(toFile: style, atomically: true, encoding: .utf8)
    #expect(try bureau.desk.build().codes == first.codes)
    #expect(try bureau.clean() == bureau.desk.bytes("site"))
  }

  @Test("a mistake in the changed note stops the build, and the old site stays")
  func mistake() throws {
    let bureau = try Bureau()
    _ = try bureau.desk.build()
    let before = bureau.desk.bytes("site")
    try bureau.edit(Bureau.codes[1], .english, "Prose of", "<b>Prose</b> of")
    let stop = #expect(throws: BuildStopped.self) { try bureau.desk.build() }
    #expect(stop?.findings.hasErrors == true)
    #expect(bureau.desk.bytes("site") == before)
  }

  @Test("a page that somebody touched is mended while another is renewed")
  func touched() throws {
    let bureau = try Bureau()
    _ = try bureau.desk.build()
    try Data("spoilt".utf8).write(
      to: URL(fileURLWithPath: bureau.desk.path + "/site/en/index.html"))
    try bureau.edit(Bureau.codes[1], .english, "Prose of", "Much prose of")
    _ = try bureau.desk.build()
    #expect(try bureau.clean() == bureau.desk.bytes("site"))
  }

  @Test("a memory of notes that is damaged or of another build renews nothing")
  func damaged() throws {
    let bureau = try Bureau()
    _ = try bureau.desk.build()
    let folder = bureau.desk.path + "/cache/"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    let file = folder + (try #require(names.first { $0.hasSuffix(".site") }))
    let old = try Data(contentsOf: URL(fileURLWithPath: file))
    for (round, spoilt) in [Data(), old.dropLast(1), Data([0x31]) + old, old].enumerated() {
      try bureau.edit(Bureau.codes[1], .english, "Prose of", "Prose and \(round) of")
      try Data(spoilt).write(to: URL(fileURLWithPath: file))
      // The last one is whole, and of another build.
      #expect(try bureau.desk.build().codes.contains("cache-ignored") == (round < 3))
      #expect(try bureau.clean() == bureau.desk.bytes("site"))
      try bureau.edit(Bureau.codes[1], .english, "Prose and \(round) of", "Prose of")
      _ = try bureau.desk.build()
      #expect(try bureau.clean() == bureau.desk.bytes("site"))
    }
  }

  @Test("no closed word and no prose is remembered")
  func canary() throws {
    let bureau = try Bureau()
    _ = try bureau.desk.build()
    try bureau.edit(
      Bureau.codes[1], .english, "Prose of",
      "<!-- vitrine: allow typed-number because REASONWORD -->\nPROSEWORD of")
    _ = try bureau.desk.build()
    for (path, bytes) in bureau.desk.bytes("cache") {
      let text = String(decoding: bytes, as: UTF8.self)
      for word in ["CANARY", "PROSEWORD", "REASONWORD"] {
        #expect(!text.contains(word), "\(path): \(word)")
      }
    }
  }

  @Test("changes of every kind, one after the other at random", arguments: [UInt64(1), 20_261_125])
  func sequence(seed: UInt64) throws {
    let bureau = try Bureau()
    _ = try bureau.desk.build()
    var random = SplitMix(seed: seed)
    var done: [String] = []
    for step in 0..<14 {
      let code = Bureau.codes.randomElement(using: &random) ?? Bureau.codes[0]
      let language = Bool.random(using: &random) ? Language.english : .french
      let note = "Content/meetings/\(code)/\(language.rawValue).md"
      let path = bureau.desk.path
      let kind = Int.random(in: 0..<13, using: &random)
      done.append("\(kind) \(code) \(language)")
      func append(_ text: String, to file: String) throws {
        let old = try String(contentsOfFile: path + "/" + file, encoding: .utf8)
        try (old + text).write(toFile: path + "/" + file, atomically: true, encoding: .utf8)
      }
      switch kind {
      case 0...3: try append("\nA sentence more, \(step).\n", to: note)
      case 4:
        for each in Language.allCases {
          try append(
            "\n- D-2024-\(30 + step) Go on. "
              + (each == .english ? "(owner: RIVER-OFFICE)" : "(responsable : RIVER-OFFICE)")
              + "\n",
            to: "Content/meetings/\(code)/\(each.rawValue).md")
        }
      case 5: try append("\nbody { margin: \(step)px }\n", to: "Themes/plain/styles/zz-plain.css")
      case 6:
        try bureau.desk.replace(
          "Content/partnership.yml", "grow up in", "grow up \(step % 2 == 0 ? "and live " : "")in")
      case 7:
        let text = try String(contentsOfFile: path + "/Content/data/visits.csv", encoding: .utf8)
        let next = text.contains("Y1,north,25") ? ("25", "27") : ("27", "25")
        try bureau.desk.replace(
          "Content/data/visits.csv", "Y1,north,\(next.0)", "Y1,north,\(next.1)")
      case 10:
        let word = ["navHome: \"", "meetingChair: \"", "matrixUncovered: \""][step % 3]
        try bureau.desk.replace(
          "Themes/vitrine/strings.\(language.rawValue).yml", word, "\(word)\(step) ")
      case 11: try append("<!-- \(step) -->\n", to: "Themes/plain/templates/page.mustache")
      case 12: try append("<!-- \(step) -->\n", to: "Themes/vitrine/templates/meeting.mustache")
      case 8: try bureau.write("2025-0\(1 + step % 9)-01-annual", number: 7)
      default: try append("\nClosed.\n\n::: closed\nCANARYCLOSED \(step)\n:::\n", to: note)
      }
      let clean = try bureau.clean()
      if clean == nil {
        #expect(throws: BuildStopped.self, "seed \(seed): \(done)") { try bureau.desk.build() }
        break
      }
      _ = try bureau.desk.build()
      #expect(clean == bureau.desk.bytes("site"), "seed \(seed): \(done)")
    }
  }

  @Test("what is published of the demonstration is read back as it was written")
  func published() throws {
    let root = SmallSite.root
    var findings = Findings()
    let request = BuildRequest(
      content: root + "/Content", theme: root + "/Themes/vitrine", data: nil, output: "/nowhere")
    let published = try Build(request).compose(into: &findings).memory.published
    let again = try PublishedState(facts: published.facts)
    #expect(again.record == published.record && again.files == published.files)
    #expect(again.releases == published.releases && again.release == published.release)
    #expect(published.record.tables.contains { $0.hiddenCount > 0 })
    #expect(!published.files.isEmpty && !published.releases.isEmpty)
    for cut in stride(from: 0, to: published.facts.count, by: 4999) {
      #expect(throws: FactReader.Broken.self) {
        try PublishedState(facts: Array(published.facts.prefix(cut)))
      }
    }
  }

  @Test("the facts of the demonstration's notes are read back as they were written")
  func roundTrip() throws {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    var findings = Findings()
    let request = BuildRequest(
      content: root + "/Content", theme: root + "/Themes/vitrine", data: nil, output: "/nowhere")
    let records = try Build(request).read(into: &findings).meetings
    #expect(records.count > 5)
    for record in records {
      #expect(try MeetingRecord(facts: record.facts) == record.withoutProse)
      for cut in stride(from: 0, to: record.facts.count, by: 97) {
        #expect(throws: FactReader.Broken.self) {
          try MeetingRecord(facts: Array(record.facts.prefix(cut)))
        }
      }
    }
  }
}
