public import Diagnostics
import Languages
import Suppression

/// Attacks a published site as an outsider would: from its files, helped by nobody inside.
public struct SiteAudit: Sendable {
  /// The folders of one or more sites: releases, the newest last.
  let sites: [String]

  public init(sites: [String]) { self.sites = sites }

  /// What was attacked, and what could be worked out.
  public struct Report: Sendable, Hashable {
    public var tables = 0
    public var cells = 0
    public var hidden = 0
    /// Codes of the cells that can be worked out exactly.
    public var recoverable: [String] = []
    /// Codes of the cells of which more can be proved than their mark says.
    public var narrow: [String] = []
    /// Codes of the groups of which all can be proved to be in one category.
    public var oneCategory: [String] = []
  }

  /// - Parameter findings: gets an error for each population that gives something away.
  public func run(into findings: inout Findings) -> Report {
    var report = Report()
    var read: [PublishedSite] = []
    for path in sites {
      for archive in PublishedSite.archives(in: path) {
        if let release = PublishedSite(path: archive), !release.tables.isEmpty {
          tellDisagreements(of: release, &findings)
          read.append(release)
        }
      }
      if let site = PublishedSite(path: path) {
        if site.tables.isEmpty { findings.add(.noTables(path)) }
        tellDisagreements(of: site, &findings)
        read.append(site)
      } else {
        findings.add(.noSite(path))
      }
    }
    for (index, site) in read.enumerated() {
      let others = read.indices.filter { $0 != index }.map { read[$0].tables }
      attack(site, others, &report, &findings)
    }
    return report
  }

  private func tellDisagreements(of site: PublishedSite, _ findings: inout Findings) {
    let files = Dictionary(grouping: site.disagreements, by: \.file)
    for (file, cells) in files.sorted(by: { $0.key < $1.key }) {
      findings.add(.formatsDisagree(file, cells.map { $0.codes.joined(separator: "/") }))
    }
  }

  private func attack(
    _ site: PublishedSite, _ others: [[OutsideTable]], _ report: inout Report,
    _ findings: inout Findings
  ) {
    for (name, tables) in Self.populations(of: site.tables) {
      report.tables += tables.count
      report.cells += tables.reduce(0) { $0 + $1.entries.count }
      let hidden = tables.reduce(0) { $0 + $1.entries.count { $0.value == .hidden } }
      report.hidden += hidden
      guard hidden > 0 || tables.contains(where: { !$0.allInOneCategory.isEmpty }) else { continue }
      let earlier = others.map { release in
        let same = Self.populations(of: release).first { $0.name == name }?.tables ?? []
        return same
          + release.filter { other in !same.contains { $0.code == other.code } }
          .compactMap { $0.adopted(by: tables) }
      }
      do throws(SuppressionError) {
        do throws(SuppressionError) {
          try attack(tables, earlier, name[0], &report, &findings)
        } catch {
          // Records that changed where no figure shows it: each release for itself.
          guard case .contradiction = error, earlier.contains(where: { !$0.isEmpty }) else {
            throw error
          }
          try attack(tables, [], name[0], &report, &findings)
        }
      } catch {
        findings.add(.contradiction(name[0]))
      }
    }
    for table in site.tables where table.measure == "percent-change" {
      checkChanges(table, site, &findings)
    }
  }

  private func attack(
    _ tables: [OutsideTable], _ earlier: [[OutsideTable]], _ name: String, _ report: inout Report,
    _ findings: inout Findings
  ) throws(SuppressionError) {
    guard let rebuild = try Rebuild(tables, earlier: earlier) else {
      findings.add(.tooManyUnknowns(name))
      return
    }
    let attacker = try Attacker(system: rebuild.system, published: rebuild.known)
    let threshold = tables.compactMap(\.threshold).max()
    let verdict: Verdict
    if let threshold {
      verdict = try attacker.verdict(threshold: threshold)
    } else {
      verdict = try attacker.verdict()
    }
    // Of counts of one population the least that any of its tables promises.
    let sliding = tables.map { $0.slidingWidth ?? .max }.min() ?? .max
    var exact: [String] = []
    var narrow: [String] = []
    var oneCategory: [String] = []
    let isExact = Set(verdict.exact)
    for cell in isExact.union(verdict.narrow).sorted() {
      let code = rebuild.codes[cell].joined(separator: "/")
      switch rebuild.kinds[cell] {
      // It is shown, though rounded.
      case .rounded: continue
      case .shown where isExact.contains(cell): exact.append(code)
      case .shown where sliding == .max: narrow.append(code)
      case .shown:
        let interval = try attacker.feasibilityInterval(of: cell)
        if (interval.upper ?? .max) - interval.lower < sliding { narrow.append(code) }
      case .rest:
        guard let threshold else { continue }
        // What is left of a whole may be told where it is nobody, or many.
        let interval = try attacker.feasibilityInterval(of: cell)
        if interval.lower > 0, let upper = interval.upper, upper < threshold { narrow.append(code) }
      case .others(let group):
        // Nobody is outside the one category, and somebody is in the group.
        guard isExact.contains(cell), oneCategory.last != code,
          try attacker.feasibilityInterval(of: cell).upper == 0
        else { continue }
        var least = rebuild.known[group] ?? 0
        if rebuild.known[group] == nil {
          least = try attacker.feasibilityInterval(of: group).lower
        }
        if least > 0 { oneCategory.append(code) }
      }
    }
    report.recoverable += exact
    report.narrow += narrow
    report.oneCategory += oneCategory
    if !exact.isEmpty { findings.add(.recoverable(name, exact)) }
    if !narrow.isEmpty, exact.isEmpty { findings.add(.narrow(name, narrow)) }
    if !oneCategory.isEmpty { findings.add(.oneCategory(name, oneCategory)) }
  }

  /// Tables that add up together, by name in order: those of counts of a dataset, of what it is part
  /// of and of its parts; amounts, and series of which nobody says what they count, each by themselves.
  private static func populations(
    of tables: [OutsideTable]
  ) -> [(name: [String], tables: [OutsideTable])] {
    let wholes = tables.reduce(into: [String: String]()) { $0[$1.dataset] = $1.subsetOf }
    func root(_ dataset: String) -> String {
      var name = dataset
      var seen: Set<String> = []
      while let whole = wholes[name], seen.insert(name).inserted { name = whole }
      return name
    }
    let additive = tables.filter { $0.measure == "count" || $0.measure.hasPrefix("amount") }
    return Dictionary(grouping: additive) { table in
      table.measure == "count"
        ? table.filter == nil ? [table.dataset, table.series] : [root(table.dataset)]
        : [table.dataset, table.series + table.measure]
    }
    .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { ($0.key, $0.value) }
  }

  /// A percent change and one of its ends give the other: both ends must be shown.
  private func checkChanges(
    _ table: OutsideTable, _ site: PublishedSite, _ findings: inout Findings
  ) {
    guard
      let counts = site.tables.first(where: {
        $0.measure == "count" && $0.series == table.series
          && $0.dimensions.map(\.code) == table.dimensions.map(\.code)
      })
    else { return }
    let given = table.entries.filter { path, entry in
      if case .value = entry { counts.entries[path] == .hidden } else { false }
    }
    if !given.isEmpty {
      findings.add(
        .recoverable(
          table.dataset, given.keys.map { ([table.code] + $0).joined(separator: "/") }.sorted()))
    }
  }
}

extension OutsideTable {
  /// The table of another release, with what a table of its series here says of its population: the
  /// archive of a release may hold CSV files only, which do not say it.
  fileprivate func adopted(by tables: [OutsideTable]) -> OutsideTable? {
    guard let kin = tables.first(where: { $0.series == series && $0.measure == measure }) else {
      return nil
    }
    var table = self
    table.dataset = kin.dataset
    table.subsetOf = kin.subsetOf
    table.filter = kin.filter
    table.roundedTo = kin.roundedTo
    // The same dimensions in another order are the same table.
    if let same = tables.first(where: { $0.code == code }), same.dimensions != dimensions {
      let places = same.dimensions.compactMap { wanted in
        dimensions.firstIndex { $0.code == wanted.code }
      }
      guard places.count == dimensions.count, same.dimensions.count == places.count else {
        return nil
      }
      table.dimensions = same.dimensions
      table.entries = entries.reduce(into: [:]) { ordered, entry in
        ordered[places.map { entry.key[$0] }] = entry.value
      }
    }
    return table
  }
}

extension Finding.Message {
  static func noSite(_ path: String) -> Self {
    Self(
      .error, "no-site", en: "folder ‘\(path)’ cannot be read",
      fr: "le dossier « \(path) » ne peut pas être lu",
      fix: Localized(
        english: "name the folder that vitrine build wrote",
        french: "indiquez le dossier écrit par vitrine build"))
  }

  static func noTables(_ path: String) -> Self {
    Self(
      .error, "no-tables", en: "site ‘\(path)’ holds no data tables to attack",
      fr: "le site « \(path) » ne contient aucun tableau de données à attaquer",
      fix: Localized(
        english: "name the root of the site, which holds data/",
        french: "indiquez la racine du site, qui contient data/"))
  }

  static func formatsDisagree(_ file: String, _ cells: [String]) -> Self {
    Self(
      .error, "formats-disagree",
      en: "file ‘\(file)’ does not say of these cells what other files say: \(listed(cells))",
      fr: "le fichier « \(file) » ne dit pas de ces cellules ce qu’en disent les autres fichiers : "
        + listed(cells),
      fix: Localized(
        english: "take the site down and build it again; do not edit a built site by hand",
        french: "retirez le site et reconstruisez-le ; ne modifiez pas à la main un site construit")
    )
  }

  static func tooManyUnknowns(_ dataset: String) -> Self {
    Self(
      .error, "too-many-unknowns",
      en: "tables of dataset ‘\(dataset)’ have more unknowns than can be attacked here",
      fr:
        "les tableaux du jeu « \(dataset) » ont plus d’inconnues qu’il n’est possible d’en attaquer"
    )
  }

  static func contradiction(_ dataset: String) -> Self {
    Self(
      .error, "contradiction",
      en: "published figures of dataset ‘\(dataset)’ contradict each other",
      fr: "des chiffres publiés du jeu « \(dataset) » se contredisent",
      fix: Localized(
        english: "audit each release alone, then look for a revision that is not marked",
        french: "auditez chaque version seule, puis cherchez une révision non signalée"))
  }

  static func recoverable(_ dataset: String, _ cells: [String]) -> Self {
    Self(
      .error, "recoverable-cells",
      en: "hidden cells of dataset ‘\(dataset)’ can be worked out: \(listed(cells))",
      fr: "des cellules masquées du jeu « \(dataset) » peuvent être déduites : \(listed(cells))",
      fix: Localized(
        english: "take the site down and build it again with this version",
        french: "retirez le site et reconstruisez-le avec cette version"))
  }

  static func narrow(_ dataset: String, _ cells: [String]) -> Self {
    Self(
      .error, "narrow-cells",
      en: "more can be proved of cells of dataset ‘\(dataset)’ than their mark says: "
        + listed(cells),
      fr: "on peut prouver de cellules du jeu « \(dataset) » plus que ne dit leur marque : "
        + listed(cells),
      fix: Localized(
        english: "take the site down and build it again with this version",
        french: "retirez le site et reconstruisez-le avec cette version"))
  }

  static func oneCategory(_ dataset: String, _ cells: [String]) -> Self {
    Self(
      .error, "one-category",
      en: "all of a group of dataset ‘\(dataset)’ can be proved to be in one category: "
        + listed(cells),
      fr: "on peut prouver que tout un groupe du jeu « \(dataset) » est dans une même modalité : "
        + listed(cells),
      fix: Localized(
        english: "take the site down and build it again with this version",
        french: "retirez le site et reconstruisez-le avec cette version"))
  }

  private static func listed(_ cells: [String]) -> String {
    cells.prefix(5).joined(separator: ", ") + (cells.count > 5 ? ", …" : "")
  }
}
