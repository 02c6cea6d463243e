import Languages

/// A page before the layout is laid around it.
struct Page: Sendable {
  let address: Address
  /// A class on the body: `indicator`, `meeting`.
  let kind: String
  let title: String
  /// What the trail calls it, where the title is long: the code of an indicator.
  var shortTitle: String?
  /// One or two sentences, for search engines and whoever shares the link.
  let description: String
  /// From the home page down, this page apart.
  var trail: [Crumb] = []
  let main: Markup
  /// The number of the objective whose colour the page takes.
  var objective: Int?
  /// Scripts of `assets/` that this page may use.
  var scripts: [String] = []
  /// A schema.org description as JSON.
  var data: String?

  struct Crumb: Sendable {
    let title: String
    let address: Address
  }
}
