import Languages

/// The path from the home page to this one.
extension Edition {
  func crumb(_ word: Word, _ address: Address) -> Page.Crumb {
    Page.Crumb(title: self[word], address: address)
  }

  var homeCrumb: Page.Crumb { crumb(.navHome, .home) }

  func trail(_ page: Page) -> Markup {
    guard !page.trail.isEmpty else { return "" }
    let steps = page.trail.map { "<li>\(link($0.address, $0.title))</li>" as Markup }.joined()
    return
      """
      <nav class="trail" aria-label="\(self[.navTrail])"><ol>\(steps)\
      <li aria-current="page">\(page.shortTitle ?? page.title)</li></ol></nav>
      """
  }
}
