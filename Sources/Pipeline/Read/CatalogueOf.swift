import Catalogue
import Diagnostics
import Partnership

/// The catalogue of a content folder alone: what a command at the desk needs, without notes or data.
struct CatalogueOf {
  let content: String

  func compact(_ findings: inout Findings) -> Compact? {
    CatalogueReader(root: content, display: content).read(into: &findings)?.compact
  }
}
