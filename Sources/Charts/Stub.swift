public import Languages

extension ChartKind {
  public func draw(in language: Language, id: String, width: ChartWidth) -> Chart {
    Chart(
      title: "", subtitle: "", description: "", width: width, svg: [], language: language,
      height: 0, drawing: 0..<0, classes: "", id: id)
  }
}
extension Chart {
  /// The same chart as a file of its own: title above, style inside, light and dark.
  public func standalone() -> String { markup }
}
