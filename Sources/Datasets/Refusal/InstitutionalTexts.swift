import Languages
import Partnership

extension Compact {
  /// What may stand in a column that no nomenclature knows: institutions, as the content names
  /// them, and their contacts.
  var institutionalTexts: [String] {
    var texts: [String] = []
    for point in focalPoints {
      texts += point.contacts.flatMap { [$0.text.english, $0.text.french] }
      texts += [point.office.text.english, point.office.text.french]
      texts += [point.participant.english, point.participant.french]
    }
    for body in bodies {
      texts += [body.code, body.name.text.english, body.name.text.french] + body.otherNames
    }
    for district in districts { texts += [district.name] + district.regions.map(\.name) }
    for nomenclature in nomenclatures {
      for category in nomenclature.categories {
        texts += [category.code, category.label.english, category.label.french]
        texts += category.synonyms
      }
    }
    return texts
  }
}
