import Foundation

/// Reads the tables of a site's JSON files.
enum JSONTables {
  /// - Returns: nil for a JSON file that is no table.
  static func read(_ bytes: [UInt8]) -> OutsideTable? {
    guard let file = try? JSONDecoder().decode(File.self, from: Data(bytes)) else { return nil }
    var entries: [[String]: OutsideTable.Entry] = [:]
    for cell in file.cells {
      let codes = file.dimensions.map { cell.codes[$0.code] ?? "" }
      entries[codes] = cell.entry(of: file.measure)
    }
    return OutsideTable(
      code: file.table, series: file.indicator, measure: file.measure,
      dataset: file.provenance.dataset, subsetOf: file.provenance.subsetOf,
      filter: file.provenance.filter, threshold: file.provenance.threshold,
      zerosAreSensitive: file.provenance.zerosAreSensitive,
      slidingWidth: file.provenance.slidingWidth, roundedTo: file.provenance.roundedTo,
      allInOneCategory: file.provenance.allInOneCategory ?? [],
      dimensions: file.dimensions.map { dimension in
        OutsideTable.Dimension(
          code: dimension.code,
          categories: dimension.categories.map {
            OutsideTable.Category(code: $0.code, isTotal: $0.total, parent: $0.parent)
          })
      },
      entries: entries)
  }

  private struct File: Decodable {
    let table: String
    let indicator: String
    let measure: String
    let provenance: Provenance
    let dimensions: [Dimension]
    let cells: [Cell]
  }

  private struct Provenance: Decodable {
    let dataset: String
    let subsetOf: String?
    let filter: [String: [String]]?
    let threshold: Int?
    let zerosAreSensitive: Bool
    let slidingWidth: Int?
    let roundedTo: Int?
    let allInOneCategory: [String]?
  }

  private struct Dimension: Decodable {
    let code: String
    let categories: [Category]
  }

  private struct Category: Decodable {
    let code: String
    let total: Bool
    let parent: String?
  }

  /// An object whose members are the dimensions' codes, `value` and `mark`.
  private struct Cell: Decodable {
    let codes: [String: String]
    private let value: Decimal?
    private let mark: String?

    init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: Name.self)
      var codes: [String: String] = [:]
      var mark: String?
      var value: Decimal?
      for name in members.allKeys {
        switch name.stringValue {
        case "value": value = try members.decodeIfPresent(Decimal.self, forKey: name)
        case "mark": mark = try members.decodeIfPresent(String.self, forKey: name)
        case "qualifiers": continue
        default: codes[name.stringValue] = try members.decode(String.self, forKey: name)
        }
      }
      self.codes = codes
      self.value = value
      self.mark = mark
    }

    func entry(of measure: String) -> OutsideTable.Entry? {
      if let value { return PublishedNumber.units(value, measure: measure).map { .value($0) } }
      return mark == "[c]" ? .hidden : .absent
    }
  }

  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { return nil }
  }
}
