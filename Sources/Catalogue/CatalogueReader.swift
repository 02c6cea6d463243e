public import Diagnostics
import Foundation
import Languages
public import Partnership

/// Reads all YAML of a content folder into the values of the partnership.
public struct CatalogueReader: Sendable {
  let root: String
  let display: String

  /// - Parameters:
  ///   - root: the content folder, as the machine knows it.
  ///   - display: the same as the reader would type it, for findings.
  public init(root: String, display: String) {
    self.root = root
    self.display = display
  }

  /// What was read, and where each noun of it is written.
  public struct Catalogue: Sendable {
    public let compact: Compact
    public let positions: Positions
  }

  /// - Returns: nil where the partnership itself cannot be read; other mistakes are findings.
  public func read(into findings: inout Findings) -> Catalogue? {
    let scribe = Scribe()
    defer { findings.add(contentsOf: scribe.findings.all) }
    guard let main = file("partnership.yml", scribe) else { return nil }
    let partnership = PartnershipFile(main.root)
    guard var clock = partnership.clock else { return nil }
    let amendments = all("amendments.yml", "amendments", scribe) { keyed, status in
      keyed.amendment(status)
    }.compactMap { $0 }
    clock.years += amendments.reduce(0) { $0 + $1.extendsYears }
    var number = 0
    let objectives = all("objectives.yml", "objectives", scribe) { keyed, status in
      number += 1
      return keyed.objective(number, status)
    }
    var compact = Compact(
      name: partnership.name, shortName: partnership.shortName, country: partnership.country,
      participants: partnership.participants, clock: clock, signedAt: partnership.signedAt,
      goal: partnership.goal, purpose: partnership.purpose, nature: partnership.nature,
      funding: partnership.funding, objectives: objectives,
      activities: all("activities.yml", "activities", scribe) { $0.activity($1) },
      indicators: all("indicators.yml", "indicators", scribe) { $0.indicator($1) },
      bodies: all("bodies.yml", "bodies", scribe) { $0.body($1) },
      focalPoints: all("focal-points.yml", "focal-points", scribe) { $0.focalPoint($1) },
      terms: all("glossary.yml", "terms", scribe) { $0.term($1) },
      obligations: all("obligations.yml", "obligations", scribe) { $0.obligation($1) },
      districts: all("districts.yml", "districts", scribe) { keyed, _ in keyed.district() },
      agreement: all("agreement.yml", "sections", scribe) { $0.section($1) },
      amendments: amendments,
      classes: all("confidentiality.yml", "classes", scribe) { $0.confidentialityClass($1) },
      nomenclatures: each(in: "nomenclatures", scribe) { root, _ in root.nomenclature() },
      datasets: each(in: "data", scribe) { root, name in
        root.datasetSchema(named: name, root.status ?? Localized(both: .official))
      }.compactMap { $0 },
      settings: partnership.settings)
    readTargets(into: &compact, scribe)
    if let levels = geography, !levels.isEmpty { compact.geography = levels }
    compact.publicFigures = publicFigures(scribe)
    // What a broken file holds is not known: to call its codes unknown would be a second finding.
    let broken = ["broken-yaml", "duplicate-key", "missing-file", "not-utf8"]
    if !scribe.findings.all.contains(where: { broken.contains($0.message.code) }) {
      CrossReferences(compact: compact, scribe: scribe).check()
    }
    return Catalogue(compact: compact, positions: scribe.positions)
  }

  private func file(_ name: String, _ scribe: Scribe) -> YAMLFile? {
    YAMLFile(path: root + "/" + name, display: display + "/" + name, scribe: scribe)
  }

  /// The items of a file's one list, each remembered by its code.
  private func all<Noun>(
    _ name: String, _ key: String, _ scribe: Scribe,
    make: (Keyed, Localized<TranslationStatus>) -> Noun
  ) -> [Noun] {
    guard let root = file(name, scribe)?.root else { return [] }
    let status = root.status ?? Localized(both: .official)
    if !root.has(key) { scribe.add(.missingKey(key), at: root.place) }
    var seen: Set<String> = []
    let nouns = root.list(key).map { keyed in
      if let code = keyed.string("code") {
        if !seen.insert(code).inserted { scribe.add(.duplicateCode, at: keyed.place(of: "code")) }
        scribe.positions.set(keyed.place(of: "code"), of: "\(key)/\(code)")
      }
      return make(keyed, status)
    }
    if key == "classes" { _ = root.strings("geography") }
    root.refuseUnknownKeys()
    return nouns
  }

  /// One noun a file of a folder, in order of file name.
  private func each<Noun>(
    in folder: String, _ scribe: Scribe, make: (Keyed, String) -> Noun
  ) -> [Noun] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root + "/" + folder)) ?? []
    return names.filter { $0.hasSuffix(".yml") && !$0.hasPrefix(".") }
      .sorted { $0.precedesInBytes($1) }
      .compactMap { name in
        guard let keyed = file(folder + "/" + name, scribe)?.root else { return nil }
        let stem = String(name.dropLast(4))
        let noun = folder == "data" ? "datasets" : folder
        scribe.positions.set(keyed.place, of: "\(noun)/\(stem)")
        return make(keyed, stem)
      }
  }

  /// `geography:` of `confidentiality.yml`; the file's mistakes are told where its classes are read.
  private var geography: [String]? {
    YAMLFile(
      path: root + "/confidentiality.yml", display: display + "/confidentiality.yml",
      isRequired: false, scribe: Scribe())?.root.strings("geography")
  }

  /// `public-figures.yml`, where there is one.
  private func publicFigures(_ scribe: Scribe) -> [PublicFigure] {
    guard
      let root = YAMLFile(
        path: root + "/public-figures.yml", display: display + "/public-figures.yml",
        isRequired: false, scribe: scribe)?.root
    else { return [] }
    let figures = root.list("figures").map { $0.publicFigure() }
    root.refuseUnknownKeys()
    return figures
  }

  /// `targets.yml`, where there is one: baselines and targets into their indicators.
  private func readTargets(into compact: inout Compact, _ scribe: Scribe) {
    guard
      let root = YAMLFile(
        path: root + "/targets.yml", display: display + "/targets.yml", isRequired: false,
        scribe: scribe)?.root
    else { return }
    let isDemonstration = root.flag("demonstration")
    let codes = compact.indicators.map(\.code)
    func indicator(_ keyed: Keyed) -> Int? {
      let code = keyed.requiredString("indicator")
      if let index = codes.firstIndex(of: code) { return index }
      scribe.add(
        .unknownCode(
          Localized(english: "indicator", french: "cet indicateur"),
          nearest: nearestWord(to: code, among: codes)),
        at: keyed.place(of: "indicator"))
      return nil
    }
    for keyed in root.list("baselines") {
      let index = indicator(keyed)
      let baseline = Baseline(
        period: keyed.requiredString("period"), value: keyed.int("value"),
        decision: keyed.string("decision"), isDemonstration: isDemonstration)
      keyed.rememberDecision(of: "baselines")
      if let code = keyed.string("indicator") {
        scribe.positions.set(keyed.place(of: "value"), of: "baselines/\(code)")
      }
      keyed.refuseUnknownKeys()
      if let index { compact.indicators[index].baseline = baseline }
    }
    for keyed in root.list("targets") {
      let index = indicator(keyed)
      let target = Target(
        period: keyed.requiredString("period"), value: keyed.requiredInt("value"),
        decision: keyed.string("decision"), isDemonstration: isDemonstration)
      keyed.rememberDecision(of: "targets")
      keyed.refuseUnknownKeys()
      if let index { compact.indicators[index].targets.append(target) }
    }
    root.refuseUnknownKeys()
  }
}
