/// Cells that turn out not to be needed.
extension Protector {
  /// Gives back complementary cells, dearest first, when every side finds another proof.
  ///
  /// - Returns: a side that nothing protects, or `nil`.
  mutating func giveBack() -> Side? {
    let candidates = isHidden.indices.filter { isHidden[$0] && !isUnsafe[$0] }
      .sorted { (-weights[$0], $0) < (-weights[$1], $1) }
    if laneOf.contains(where: { $0 != nil }) {
      let ready = self
      let results = inLanes(laneCount) { lane in
        var worker = ready.worker()
        worker.giveBack(candidates.filter { ready.laneOf[$0] == lane })
        return worker.findings(after: ready)
      }
      join(results)
      // A proof of one lane may have used what another gave back.
      if let failed = protect() { return failed }
    }
    let left = isHidden.indices.filter { isHidden[$0] && !isUnsafe[$0] }
      .filter { laneOf[$0] == nil || certificates.valid(using: $0).isEmpty }
      .sorted { (-weights[$0], $0) < (-weights[$1], $1) }
    giveBack(left)
    for cell in candidates where isHidden[cell] && certificates.valid(using: cell).isEmpty {
      isHidden[cell] = false
    }
    return nil
  }

  /// The same for some cells, in their order.
  ///
  /// Proofs that are looked for on the way spare the cells whose turn is yet to come: fewer sides
  /// are then left without proof when it does.
  mutating func giveBack(_ candidates: [Int]) {
    let candidates = candidates.filter { !equations.forbid($0, hidden: isHidden) }
    for cell in candidates { isSpared[cell] = true }
    for cell in candidates {
      isSpared[cell] = false
      if equations.forbid(cell, hidden: isHidden) { continue }
      let using = certificates.valid(using: cell)
      let orphans = certificates.withdraw(using)
      isHidden[cell] = false
      let isFree =
        orphans.count <= orphanLimit
        && orphans.allSatisfy {
          certificates.isProved($0) || combine($0) || prove($0, mayHide: false)
        }
      if !isFree {
        isHidden[cell] = true
        certificates.restore(using)
      }
    }
  }

  /// Keeps hidden what every lane kept, and the proofs that this leaves standing.
  private mutating func join(_ results: [LaneFindings]) {
    for result in results {
      for cell in isHidden.indices where !result.isHidden[cell] { isHidden[cell] = false }
      scopes.merge(result.scopes) { known, _ in known }
    }
    var joined = Certificates(sides: certificates.sides, cellCount: incidence.cellCount)
    let known = certificates.all.indices.filter { certificates.isValid[$0] }
      .map { certificates.all[$0] }
    for certificate in known + results.flatMap(\.certificates)
    where certificate.changed.allSatisfy({ isHidden[$0.cell] }) {
      joined.add(certificate)
    }
    certificates = joined
  }
}
