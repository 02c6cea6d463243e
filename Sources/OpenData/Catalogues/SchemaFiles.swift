import Languages
import Partnership
import Publication

/// The JSON Schemas (2020-12) of the JSON files, published beside them.
struct SchemaFiles: DataFormat {
  func files(of input: OpenDataInput, after _: [DataFile]) -> [DataFile] {
    Self.schemas.map { name, title, text in
      let path = "\(OpenDataBuilder.folder)/\(name).schema.json"
      return DataFile(
        path: path, mediaType: "application/schema+json", bytes: Array(text.utf8),
        listing: DataFile.Listing(
          series: "", table: nil, format: "JSON Schema", path: Localized(both: path), title: title))
    }
  }

  private static let schemas: [(String, Localized<String>, String)] = [
    ("index", Localized(english: "layout of the index", french: "structure de l’index"), index),
    (
      "table",
      Localized(english: "layout of a table", french: "structure d’un tableau"), table
    ),
    (
      "manifest",
      Localized(
        english: "layout of a release’s manifest", french: "structure du manifeste d’une version"),
      ReleaseSchemas.manifest
    ),
    (
      "changes",
      Localized(
        english: "layout of a release’s changes",
        french: "structure des changements d’une version"), ReleaseSchemas.changes
    ),
  ]

  private static let both = """
    {
          "description": "The same text in both languages.",
          "type": "object", "additionalProperties": false, "required": ["en", "fr"],
          "properties": {"en": {"type": "string"}, "fr": {"type": "string"}}
        }
    """

  static let table = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "A published table",
      "description": "Its dimensions with codes and both labels, and one object a cell: a category code a dimension, a value or a mark, never both.",
      "type": "object", "additionalProperties": false,
      "required": ["table", "indicator", "measure", "demonstration", "provenance", "dimensions", "cells"],
      "properties": {
        "table": {"type": "string", "description": "Stable code, also the name of its files."},
        "indicator": {"type": "string", "description": "Code of its indicator or series."},
        "measure": {"type": "string", "pattern": "^(count|amount-.+|percent-change|cumulative|stage)$"},
        "demonstration": {"type": "boolean", "description": "True where the data is made up to show the site."},
        "provenance": {
          "type": "object", "additionalProperties": false,
          "required": ["dataset", "version", "source", "class", "threshold", "zerosAreSensitive"],
          "properties": {
            "dataset": {"type": "string"},
            "version": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "description": "The day of the data."},
            "source": {"type": "string", "description": "Code of the body that supplies it."},
            "class": {"type": "string", "description": "Class of confidentiality."},
            "threshold": {"type": ["integer", "null"], "description": "Counts below it are hidden; null where figures are exact."},
            "zerosAreSensitive": {"type": "boolean"},
            "slidingWidth": {"type": ["integer", "null"], "description": "How far apart the least and greatest possible value of a hidden small count are, at least, wherever they lie; null where all counts below the threshold stay possible."},
            "allInOneCategory": {"type": "array", "items": {"type": "string"}, "description": "Dimensions of which nobody may learn that all of a group are in one category."},
            "roundedTo": {"type": "integer", "description": "The multiple to which counts are rounded, never below the threshold; absent where they are exact."},
            "subsetOf": {"type": ["string", "null"], "description": "The dataset whose records include these."},
            "filter": {"type": "object", "description": "Which records are counted: by column the codes kept; empty where all are.", "additionalProperties": {"type": "array", "items": {"type": "string"}}}
          }
        },
        "dimensions": {
          "type": "array", "minItems": 1,
          "items": {
            "type": "object", "additionalProperties": false, "required": ["code", "en", "fr", "categories"],
            "properties": {
              "code": {"type": "string"}, "en": {"type": "string"}, "fr": {"type": "string"},
              "coarsened": {"type": "boolean", "description": "Whether its finest categories are left out, since too much of the table would be hidden."},
              "categories": {
                "type": "array",
                "items": {
                  "type": "object", "additionalProperties": false, "required": ["code", "en", "fr", "total", "parent"],
                  "properties": {
                    "code": {"type": "string"}, "en": {"type": "string"}, "fr": {"type": "string"},
                    "total": {"type": "boolean", "description": "Whether it is the sum of the others."},
                    "parent": {"type": ["string", "null"], "description": "Code of the coarser category it is part of."}
                  }
                }
              }
            }
          }
        },
        "cells": {
          "type": "array",
          "items": {
            "type": "object", "required": ["value", "mark"],
            "properties": {
              "value": {"type": ["number", "null"]},
              "mark": {"enum": [null, "[c]", "[x]", "[z]", "[n]"], "description": "[c] hidden, [x] not available, [z] not applicable, [n] not yet due."},
              "qualifiers": {"type": "array", "items": {"enum": ["[e]", "[p]", "[r]", "[a]"]}, "description": "[e] estimated, [p] provisional, [r] revised, [a] awaiting revision."}
            },
            "additionalProperties": {"type": "string", "description": "The category's code of the dimension of that name."},
            "oneOf": [
              {"properties": {"value": {"type": "number"}, "mark": {"type": "null"}}},
              {"properties": {"value": {"type": "null"}, "mark": {"type": "string"}}}
            ]
          }
        }
      }
    }

    """

  static let index = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Index of everything that is published",
      "description": "Addresses are relative to this file.",
      "type": "object", "additionalProperties": false,
      "required": ["name", "date", "demonstration", "objectives", "activities", "indicators", "meetings", "decisions", "releases", "tables"],
      "$defs": {
        "both": \(both),
        "page": {"description": "The page's address in each language, or null.", "oneOf": [{"type": "null"}, {"$ref": "#/$defs/both"}]},
        "date": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
        "codes": {"type": "array", "items": {"type": "string"}}
      },
      "properties": {
        "$schema": {"type": "string"},
        "name": {"$ref": "#/$defs/both"},
        "date": {"$ref": "#/$defs/date", "description": "The day of the content."},
        "demonstration": {"type": "boolean"},
        "objectives": {"type": "array", "items": {
          "type": "object", "additionalProperties": false, "required": ["code", "name", "text", "page"],
          "properties": {"code": {"type": "string"}, "name": {"$ref": "#/$defs/both"}, "text": {"$ref": "#/$defs/both"}, "page": {"$ref": "#/$defs/page"}}}},
        "activities": {"type": "array", "items": {
          "type": "object", "additionalProperties": false, "required": ["code", "objective", "text", "status", "indicators"],
          "properties": {"code": {"type": "string"}, "objective": {"type": "string"}, "text": {"$ref": "#/$defs/both"},
            "status": {"enum": ["not-started", "planned", "under-way", "completed", "continuing", "suspended", "withdrawn", "no-information"]},
            "indicators": {"$ref": "#/$defs/codes"}}}},
        "indicators": {"type": "array", "items": {
          "type": "object", "additionalProperties": false, "required": ["code", "objective", "name", "class", "unit", "page", "csv", "json", "tables"],
          "properties": {"code": {"type": "string"}, "objective": {"type": "string"}, "name": {"$ref": "#/$defs/both"},
            "class": {"type": "string", "description": "Class of confidentiality."}, "unit": {"$ref": "#/$defs/both"}, "page": {"$ref": "#/$defs/page"},
            "csv": {"type": ["string", "null"]}, "json": {"type": ["string", "null"]}, "tables": {"$ref": "#/$defs/codes"}}}},
        "meetings": {"type": "array", "items": {
          "type": "object", "additionalProperties": false, "required": ["code", "kind", "date", "title", "place", "adopted", "demonstration", "page"],
          "properties": {"code": {"type": "string"}, "kind": {"type": "string"}, "date": {"$ref": "#/$defs/date"}, "title": {"$ref": "#/$defs/both"},
            "place": {"$ref": "#/$defs/both"}, "adopted": {"type": "boolean"}, "demonstration": {"type": "boolean"}, "page": {"$ref": "#/$defs/page"}}}},
        "decisions": {"type": "array", "items": {
          "type": "object", "additionalProperties": false, "required": ["code", "meeting", "date", "text", "owners", "due", "concerns", "status"],
          "properties": {"code": {"type": "string"}, "meeting": {"type": "string"}, "date": {"$ref": "#/$defs/date"}, "text": {"$ref": "#/$defs/both"},
            "owners": {"$ref": "#/$defs/codes"}, "due": {"oneOf": [{"type": "null"}, {"$ref": "#/$defs/date"}]}, "concerns": {"$ref": "#/$defs/codes"},
            "status": {"enum": ["open", "overdue", "carried-over", "done", "replaced", "withdrawn"]}}}},
        "releases": {"type": "array", "items": {
          "type": "object", "additionalProperties": false, "required": ["name", "date", "folder"],
          "properties": {"name": {"type": "string"}, "date": {"$ref": "#/$defs/date"}, "folder": {"type": "string"}}}},
        "tables": {"type": "array", "items": {
          "type": "object", "additionalProperties": false, "required": ["code", "indicator", "csv", "json"],
          "properties": {"code": {"type": "string"}, "indicator": {"type": "string"}, "csv": {"type": "string"}, "json": {"type": "string"}}}}
      }
    }

    """
}
