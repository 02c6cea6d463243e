import Datasets
import Diagnostics
import Partnership

/// A dataset and its declared parts (the children referred are among those identified), and parts of
/// parts, as one dataset, so that their tables are protected and attacked together.
///
/// Each unknown of the whole is split by the datasets that its records are in. A table of the whole
/// sums all of them; a table of a part sums those in the part. What an attacker learns by taking one
/// from the other is then an ordinary row of the system. Which records two parts of one whole share is
/// told nowhere: any split that fits is as good as another, and the attacker must reckon with all.
struct JointPopulation {
  let base: BaseTable
  /// The measures of all, those of a part filtered by membership.
  let schema: DatasetSchema
  /// By measure code the dataset it is published as.
  let owners: [String: DatasetSchema]
  /// A dataset with its place among the others.
  struct Member {
    let base: BaseTable
    let schema: DatasetSchema
    /// The position of the dataset that it is part of; nil for the whole.
    let parent: Int?
  }

  /// The axis that tells which datasets a record is in; no column can have this name.
  static let membership = "(part)"
  /// More ways to be in some parts and not in others are refused.
  static let mostMemberships = 64

  /// - Parameter members: the whole first, each part after what it is part of.
  /// - Returns: nil where a finding says why they cannot be joined.
  init?(_ members: [Member], into findings: inout Findings) {
    guard let whole = members.first, let ways = Self.memberships(of: members) else {
      if let part = members.last { findings.add(Self.refusal(part, in: members)) }
      return nil
    }
    var split = RecordSplit(whole.base)
    for (index, member) in members.enumerated().dropFirst() {
      let areCounts = (whole.schema.measures + member.schema.measures).allSatisfy {
        $0.function != .sum && $0.function != .milestone
      }
      guard areCounts, let parent = member.parent,
        split.admits(member.base, into: parent)
      else {
        findings.add(Self.refusal(member, in: members))
        return nil
      }
      if let codes = split.take(member.base, as: index, from: parent) {
        findings.add(
          .subsetLargerThanWhole(
            member.schema.name, of: members[parent].schema.name, codes))
        return nil
      }
    }
    let categories = ways.map { way in
      members.indices.filter { way & (1 << $0) != 0 }.map { members[$0].schema.name }
        .joined(separator: "+")
    }
    base = BaseTable(
      dataset: whole.schema.name,
      dimensions: split.axes + [
        Axis(code: Self.membership, nomenclature: nil, categories: categories, isPeriod: false)
      ], amounts: [],
      cells: split.cells.compactMap { unit, count in
        ways.firstIndex(of: unit.members).map {
          BaseCell(keys: unit.keys + [$0], count: count, sums: [], contributors: [])
        }
      })
    func names(where isMeant: (Int) -> Bool) -> [String] {
      zip(ways, categories).filter { isMeant($0.0) }.map(\.1)
    }
    var joint = whole.schema
    joint.measures = []
    var owners: [String: DatasetSchema] = [:]
    for (index, member) in members.enumerated() {
      for measure in member.schema.measures {
        var inside = measure
        if index > 0 {
          inside.filter[Self.membership] = names { $0 & (1 << index) != 0 }
        }
        joint.measures.append(inside)
        owners[measure.code] = member.schema
      }
    }
    schema = joint
    self.owners = owners
  }

  private static func refusal(_ part: Member, in members: [Member]) -> Finding.Message {
    .subsetNotJoined(part.schema.name, of: part.schema.subsetOf ?? part.schema.name)
  }

  /// The sets of datasets that a record can be in, as bits: with a part, all that it is part of.
  private static func memberships(of members: [Member]) -> [Int]? {
    var ways = [1]
    for (index, member) in members.enumerated().dropFirst() {
      guard let parent = member.parent, parent < index else { return nil }
      ways += ways.filter { $0 & (1 << parent) != 0 }.map { $0 | (1 << index) }
      guard ways.count <= mostMemberships else { return nil }
    }
    return ways.sorted()
  }
}
