import Diagnostics
import Languages

/// Reads a theme’s templates as the pages would use them, and reports what would be blank.
struct ThemeCheck {
  let templates: [String: TemplateText]
  let keys: Set<String>
  var usedKeys: Set<String> = []

  mutating func check(_ signature: TemplateSignature, into findings: inout Findings) {
    guard templates[signature.template] != nil else {
      findings.add(.missingTemplate(signature.template))
      return
    }
    visit(signature.template, fields: signature.fields, path: [], into: &findings)
  }

  private mutating func visit(
    _ name: String, fields: [String: TemplateSignature.FieldKind], path: [String],
    into findings: inout Findings
  ) {
    guard let template = templates[name] else { return }
    for tag in template.tags {
      let place = Place(file: template.place, line: tag.line, column: tag.column)
      switch tag.kind {
      case .end: continue
      case .unsupported: findings.add(.unsupportedTemplateTag(tag.name), at: place)
      case .partial:
        if templates[tag.name] == nil {
          let nearest = nearestWord(to: tag.name, among: templates.keys)
          findings.add(.unknownPartial(tag.name, nearest: nearest), at: place)
        } else if let start = (path + [name]).firstIndex(of: tag.name) {
          findings.add(.partialCycle((path + [name])[start...] + [tag.name]), at: place)
        } else {
          visit(tag.name, fields: fields, path: path + [name], into: &findings)
        }
      case .text, .markup, .section, .inverted:
        check(tag, fields: fields, at: place, into: &findings)
      }
    }
  }

  private mutating func check(
    _ tag: TemplateTag, fields: [String: TemplateSignature.FieldKind], at place: Place,
    into findings: inout Findings
  ) {
    if tag.name.hasPrefix("t.") {
      // Words are placed; a section over them would look in them for the names inside it.
      if tag.kind == .section || tag.kind == .inverted {
        let sign = tag.kind == .section ? "#" : "^"
        findings.add(.unsupportedTemplateTag(sign + tag.name), at: place)
      }
      let key = String(tag.name.dropFirst(2))
      usedKeys.insert(key)
      if !keys.contains(key) {
        let nearest = nearestWord(to: key, among: keys).map { "t." + $0 }
        findings.add(.unknownTemplateVariable(tag.name, nearest: nearest), at: place)
      } else if tag.kind == .markup {
        findings.add(.unescapedText(tag.name), at: place)
      }
      return
    }
    guard let kind = fields[tag.name] else {
      let nearest = nearestWord(to: tag.name, among: fields.keys)
      findings.add(.unknownTemplateVariable(tag.name, nearest: nearest), at: place)
      return
    }
    if kind == .text, tag.kind == .markup { findings.add(.unescapedText(tag.name), at: place) }
    if kind == .markup, tag.kind == .text { findings.add(.escapedMarkup(tag.name), at: place) }
  }
}
