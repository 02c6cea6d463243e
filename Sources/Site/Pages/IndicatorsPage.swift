import Languages
import Partnership

/// All indicators, by objective, with the latest figure of each.
extension Edition {
  func indicatorsPage() -> Page {
    let reported = compact.indicators.count { book.isReported($0) }
    let lede = say.reported(reported, of: compact.indicators.count)
    let body = compact.objectives.map { objective in
      section(
        slug(objective.code), text(objective.shortName),
        #"<div class="o\#(objective.number)">\#(indicatorList(book.indicators(of: objective)))</div>"#
      )
    }.joined()
    return plainPage(
      .indicators, kind: "indicators", title: self[.indicatorsTitle], description: lede,
      lede: paragraph("\(lede) \(link(.reportingStatus, self[.homeWhatIsAwaited]))"), body: body)
  }
}
