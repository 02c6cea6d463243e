/// Labels beside marks, moved as little as keeps them apart.
enum SpreadLabels {
  /// Pools adjacent labels that would overlap around the mean of their wishes, after the
  /// pool-adjacent-violators algorithm of isotonic regression.
  ///
  /// - Parameters:
  ///   - wanted: the middle that each label would like, in any order.
  ///   - heights: what each takes up.
  /// - Returns: the middles, none overlapping, in the order given; beyond `bottom` only where all
  ///   heights together are more than there is.
  static func spread(_ wanted: [Int], heights: [Int], top: Int, bottom: Int) -> [Int] {
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    var blocks: [(start: Int, sum: Int, height: Int, members: Int)] = []
    func placed(_ sum: Int, _ members: Int, _ height: Int) -> Int {
      min(max(sum / members - height / 2, top), max(top, bottom - height))
    }
    for index in order {
      // The wish of the label, as that of the middle of the block it joins.
      var block = (
        start: placed(wanted[index], 1, heights[index]), sum: wanted[index],
        height: heights[index], members: 1
      )
      while let last = blocks.last, last.start + last.height > block.start {
        blocks.removeLast()
        block.sum += last.sum
        block.members += last.members
        block.height += last.height
        block.start = placed(block.sum, block.members, block.height)
      }
      blocks.append(block)
    }
    var middles = wanted
    var position = 0
    for block in blocks {
      var y = block.start
      for _ in 0..<block.members {
        let index = order[position]
        middles[index] = y + heights[index] / 2
        y += heights[index]
        position += 1
      }
    }
    return middles
  }
}
