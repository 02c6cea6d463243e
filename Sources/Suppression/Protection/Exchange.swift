/// Complementary cells that others can stand in for.
extension Protector {
  /// Puts others in the place of one complementary cell after the other, dearest first, where that
  /// loses less.
  ///
  /// - Returns: whether any was exchanged.
  mutating func exchange() -> Bool {
    var isBetter = false
    let candidates = isHidden.indices.filter { isHidden[$0] && !isUnsafe[$0] }
      .sorted { (-weights[$0], $0) < (-weights[$1], $1) }
    for cell in candidates where isHidden[cell] {
      let before = (isHidden: isHidden, certificates: certificates, loss: loss)
      let using = certificates.valid(using: cell)
      // What moved along with it may be needless without it.
      let near = Set(using.flatMap { certificates.all[$0].changed.map(\.cell) })
        .filter { isHidden[$0] && !isUnsafe[$0] && $0 != cell }
        .sorted { (-weights[$0], $0) < (-weights[$1], $1) }
      let orphans = certificates.withdraw(using)
      isHidden[cell] = false
      held = cell
      // More than this is seldom given back.
      let ceiling = loss + 2 * weights[cell]
      let isProved = orphans.allSatisfy { side in
        loss < ceiling
          && (certificates.isProved(side) || combine(side) || prove(side, mayHide: true))
      }
      if isProved {
        let added = isHidden.indices.filter { isHidden[$0] && !before.isHidden[$0] }
        giveBack(near)
        giveBack(added)
        for other in near + added
        where isHidden[other] && certificates.valid(using: other).isEmpty {
          isHidden[other] = false
        }
      }
      held = nil
      if isProved, loss < before.loss - 1e-9 {
        isBetter = true
      } else {
        (isHidden, certificates) = (before.isHidden, before.certificates)
      }
    }
    return isBetter
  }
}
