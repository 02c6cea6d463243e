import Disclosure
import Languages
import OpenData
import Partnership
import Publication

extension ReleaseDifference {
  /// What a release shows that another did not.
  ///
  /// - Parameters:
  ///   - older: nil for a first release.
  ///   - isNamed: false where the newer one is what would be published now.
  init(from older: Release?, to newer: Release, isNamed: Bool = true, _ compact: Compact) {
    let before = (older?.cells ?? []).reduce(into: [[String]: Release.Cell]()) { $0[$1.codes] = $1 }
    let now = Set(newer.cells.map(\.codes))
    var added: [String: Int] = [:]
    var changed: [String: [Cell]] = [:]
    for cell in newer.cells where cell.tells {
      let code = compact.series(of: cell.codes.first ?? "")
      guard let old = before[cell.codes], old.tells else {
        added[code, default: 0] += 1
        continue
      }
      if let kind = Self.kind(old, cell) {
        changed[code, default: []].append(
          Cell(codes: cell.codes, kind: kind, before: old.entry, after: cell.entry))
      }
    }
    for cell in newer.cells where !cell.tells {
      guard let old = before[cell.codes], old.tells else { continue }
      changed[compact.series(of: cell.codes.first ?? ""), default: []].append(
        Cell(codes: cell.codes, kind: .withdrawn, before: old.entry, after: cell.entry))
    }
    for cell in older?.cells ?? [] where cell.tells && !now.contains(cell.codes) {
      changed[compact.series(of: cell.codes.first ?? ""), default: []].append(
        Cell(codes: cell.codes, kind: .withdrawn, before: cell.entry, after: nil))
    }
    let classes = Set((older?.thresholds ?? [:]).keys).union(newer.thresholds.keys).sorted()
    let codes = Set(added.keys).union(changed.keys).sorted()
    self.init(
      release: isNamed ? newer.name : nil,
      date: CalendarDate(iso: newer.date) ?? compact.clock.effective, since: older?.name,
      rules: older == nil
        ? []
        : classes.compactMap { code in
          let pair = (older?.thresholds[code], newer.thresholds[code])
          return pair.0 == pair.1
            ? nil : Rule(confidentiality: code, before: pair.0, after: pair.1)
        },
      series: codes.map { code in
        Series(
          code: code,
          name: compact.indicator(code) == nil
            ? compact.datasets.lazy.compactMap { $0.title(ofMeasure: code) }.first : nil,
          added: added[code] ?? 0,
          cells: (changed[code] ?? []).sorted { $0.codes.lexicographicallyPrecedes($1.codes) })
      })
  }

  private static func kind(_ old: Release.Cell, _ new: Release.Cell) -> Kind? {
    switch (old.units, new.units) {
    case (let before?, let after?):
      before == after && old.decimals == new.decimals ? nil : .revised
    case (_?, nil): .hidden
    case (nil, _?): .shown
    case (nil, nil): nil
    }
  }

  /// Every release of a ledger against the one before it, oldest first.
  static func all(of ledger: [Release], _ compact: Compact) -> [ReleaseDifference] {
    ledger.indices.map { index in
      ReleaseDifference(from: index > 0 ? ledger[index - 1] : nil, to: ledger[index], compact)
    }
  }
}

extension Release.Cell {
  /// Whether it says anything of a figure: a value, or that one is hidden.
  fileprivate var tells: Bool { units != nil || mark == "[c]" }

  fileprivate var entry: ReleaseDifference.Entry {
    ReleaseDifference.Entry(value: units.map { Quantity($0, decimals: decimals) }, mark: mark)
  }
}

extension Compact {
  /// The indicator or series of a table, from its code: `I2.4-sex` is of `I2.4`.
  func series(of table: String) -> String {
    let codes = indicators.map(\.code) + datasets.flatMap { $0.measures.map(\.code) }
    return codes.filter { table == $0 || table.hasPrefix($0 + "-") }.max { $0.count < $1.count }
      ?? table
  }
}
