import Diagnostics
import Foundation
import Testing

@testable import Audit

/// One table as a site's JSON file says it: one year, one dimension.
private struct PublishedJSON {
  var code = "I1-place"
  var series = "I1"
  var dataset = "d"
  var subsetOf: String?
  var filter: [String: [String]]? = [:]
  var roundedTo: Int?
  var dimension = "place"
  /// Category, what it is part of, what stands there.
  var cells: [(String, String?, String)]
  var total: String

  var text: String {
    func quoted(_ text: String?) -> String { text.map { "\"\($0)\"" } ?? "null" }
    let categories = cells.map { code, parent, _ in
      "{\"code\": \"\(code)\", \"total\": false, \"parent\": \(quoted(parent))}"
    }
    let rows = (cells.map { ($0.0, $0.2) } + [("total", total)]).map { code, entry in
      let isMark = entry.hasPrefix("[")
      return """
        {"period": "Y1", "\(dimension)": "\(code)", "value": \(isMark ? "null" : entry), \
        "mark": \(isMark ? quoted(entry) : "null")}
        """
    }
    let filters = filter.map { filter in
      ", \"filter\": {"
        + filter.sorted { $0.key < $1.key }
        .map { "\"\($0.key)\": [\($0.value.map { quoted($0) }.joined(separator: ","))]" }
        .joined(separator: ",") + "}"
    }
    return """
      {"table": "\(code)", "indicator": "\(series)", "measure": "count",
       "provenance": {"dataset": "\(dataset)", "threshold": 11, "zerosAreSensitive": false,
         "subsetOf": \(quoted(subsetOf))\(filters ?? "")
         \(roundedTo.map { ", \"roundedTo\": \($0)" } ?? "")},
       "dimensions": [
         {"code": "period", "categories": [{"code": "Y1", "total": false, "parent": null}]},
         {"code": "\(dimension)", "categories": [\(categories.joined(separator: ",")),
           {"code": "total", "total": true, "parent": null}]}],
       "cells": [\(rows.joined(separator: ","))]}
      """
  }

  init(_ values: [String], total: String) {
    cells = zip(["A", "B", "C"], values).map { ($0, nil, $1) }
    self.total = total
  }
}

@Suite("The outsider joins what belongs together")
struct JoinedAuditTests {
  /// What an audit of some sites finds, each a list of tables.
  private func audit(_ sites: [[PublishedJSON]]) throws -> [String] {
    let root = NSTemporaryDirectory() + "vitrine-joined-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: root) }
    var paths: [String] = []
    for (index, tables) in sites.enumerated() {
      let site = "\(root)/\(index)"
      paths.append(site)
      try FileManager.default.createDirectory(
        atPath: site + "/data/v1", withIntermediateDirectories: true)
      for table in tables {
        try Data(table.text.utf8).write(
          to: URL(fileURLWithPath: "\(site)/data/v1/\(table.code).json"))
      }
    }
    var findings = Findings()
    _ = SiteAudit(sites: paths).run(into: &findings)
    return findings.all.map(\.message.code)
  }

  @Test("two releases that hide different cells: 93 − 40 − 50 is A")
  func releases() throws {
    let first = PublishedJSON(["[c]", "40", "[c]"], total: "93")
    let second = PublishedJSON(["[c]", "[c]", "50"], total: "93")
    #expect(try audit([[first]]) == [])
    #expect(try audit([[second]]) == [])
    #expect(Set(try audit([[first], [second]])) == ["recoverable-cells"])
  }

  @Test("releases between which a figure changed are not added up")
  func revised() throws {
    let first = PublishedJSON(["[c]", "40", "[c]"], total: "93")
    let second = PublishedJSON(["[c]", "[c]", "50"], total: "133")
    #expect(try audit([[first], [second]]) == [])
  }

  @Test("a table that only the older release has is known still")
  func gone() throws {
    // Women and men of all; then, of A and of B, each by sex: 43 women less 40 of B are 3 of A.
    func bySex(_ code: String, _ place: String?, _ women: String, _ men: String, _ total: String)
      -> PublishedJSON
    {
      var table = PublishedJSON([], total: total)
      table.code = code + "-sex"
      table.series = code
      table.dimension = "sex"
      table.filter = place.map { ["place": [$0]] } ?? [:]
      table.cells = [("F", nil, women), ("M", nil, men)]
      return table
    }
    let places = PublishedJSON(["43", "90", "0"], total: "133")
    let before = [places, bySex("I1", nil, "43", "90", "133")]
    let after = [
      places, bySex("I2", "A", "[c]", "[c]", "43"), bySex("I3", "B", "40", "50", "90"),
    ]
    #expect(try audit([before]) == [])
    #expect(try audit([after]) == [])
    #expect(try audit([before, after]) == ["recoverable-cells"])
  }

  @Test("a whole and its part: 43 less 40 are 3, where the site says that one is part of the other")
  func subset() throws {
    let whole = PublishedJSON(["43", "80", "[c]"], total: "[c]")
    var part = PublishedJSON(["40", "40", "[c]"], total: "[c]")
    part.code = "I2-place"
    part.series = "I2"
    part.dataset = "referrals"
    #expect(try audit([[whole, part]]) == [])
    part.subsetOf = "d"
    #expect(try audit([[whole, part]]) == ["narrow-cells"])
  }

  @Test("a part of a part: what is left between the two ends counts")
  func chain() throws {
    let whole = PublishedJSON(["60", "80", "[c]"], total: "[c]")
    var middle = PublishedJSON(["[c]", "60", "[c]"], total: "[c]")
    middle.code = "I2-place"
    middle.series = "I2"
    middle.dataset = "referrals"
    middle.subsetOf = "d"
    var inner = PublishedJSON(["57", "40", "[c]"], total: "[c]")
    inner.code = "I3-place"
    inner.series = "I3"
    inner.dataset = "sheltered"
    inner.subsetOf = "referrals"
    #expect(try audit([[whole, middle, inner]]) == ["narrow-cells"])
    inner.cells[0].2 = "40"
    #expect(try audit([[whole, middle, inner]]) == [])
  }

  @Test("two series of one dataset add up where the site says what each counts")
  func series() throws {
    // 43 at A, 40 of them women: 3 are men.
    let all = PublishedJSON(["43", "80", "[c]"], total: "[c]")
    func one(_ code: String, _ sex: String, _ values: [String]) -> PublishedJSON {
      var table = PublishedJSON(values, total: "[c]")
      table.code = code + "-place"
      table.series = code
      table.filter = ["sex": [sex]]
      return table
    }
    var bySex = PublishedJSON([], total: "[c]")
    bySex.code = "I1-sex"
    bySex.dimension = "sex"
    bySex.cells = [("F", nil, "[c]"), ("M", nil, "[c]")]
    let women = one("I2", "F", ["40", "40", "[c]"])
    let men = one("I3", "M", ["[c]", "40", "[c]"])
    #expect(Set(try audit([[all, bySex, women, men]])) == ["recoverable-cells"])
    var silent = women
    silent.filter = nil
    #expect(try audit([[all, bySex, silent, men]]) == [])
  }

  @Test(
    "a series that counts some of another's rows: 43 less 40 are 3, though no table shows them",
    arguments: [
      (["sex": ["F"]], [:], "40", ["narrow-cells"]),
      (["sex": ["F"], "age": ["child"]], ["sex": ["F", "X"]], "40", ["narrow-cells"]),
      (["sex": ["F"]], [:], "30", []), (["sex": ["F"]], ["age": ["child"]], "40", []),
    ] as [([String: [String]], [String: [String]], String, [String])])
  func narrower(
    _ filter: [String: [String]], _ wider: [String: [String]], _ atA: String, _ codes: [String]
  ) throws {
    var all = PublishedJSON(["43", "80", "[c]"], total: "[c]")
    all.filter = wider
    var some = PublishedJSON([atA, "40", "[c]"], total: "[c]")
    some.code = "I2-place"
    some.series = "I2"
    some.filter = filter
    #expect(try audit([[all, some]]) == codes)
  }

  @Test(
    "rounded numbers need not add up, and tell as much as the counts behind them may",
    arguments: [
      // 15 + 45 + 60 are not 115, unless they are rounded.
      (nil, ["15", "45", "60"], "115", ["contradiction"]),
      (5, ["15", "45", "60"], "115", []),
      // From 113 − 47 − 62 = 4 to 117 − 43 − 58 = 16; without rounding 10.
      (nil, ["[c]", "45", "60"], "115", ["recoverable-cells"]),
      (5, ["[c]", "45", "60"], "115", []),
      // From 305 − 100 − 200 = 5 to 306 − 99 − 199 = 8: more than the mark says.
      (2, ["[c]", "100", "200"], "306", ["narrow-cells"]),
      // No counts give these numbers.
      (5, ["15", "45", "60"], "150", ["contradiction"]),
    ] as [(Int?, [String], String, [String])])
  func rounded(
    _ base: Int?, _ values: [String], _ total: String, _ codes: [String]
  ) throws {
    var table = PublishedJSON(values, total: total)
    table.roundedTo = base
    // Something is hidden in the same population.
    var other = PublishedJSON(["[c]", "[c]", "[c]"], total: "[c]")
    other.code = "I2-place"
    other.series = "I2"
    other.filter = ["sex": ["F"]]
    #expect(try audit([[table, other]]) == codes)
  }

  @Test("a table in coarser categories is the sum of the finer ones of another")
  func hierarchy() throws {
    // North holds A and B: 43, of which B is 40.
    var fine = PublishedJSON([], total: "[c]")
    fine.cells = [
      ("north", nil, "[c]"), ("A", "north", "[c]"), ("B", "north", "40"), ("C", nil, "[c]"),
    ]
    var coarse = PublishedJSON([], total: "93")
    coarse.code = "I1-place-coarse"
    coarse.cells = [("north", nil, "43"), ("C", nil, "50")]
    #expect(try audit([[fine]]) == [])
    #expect(try audit([[fine, coarse]]) == ["recoverable-cells"])
  }
}
