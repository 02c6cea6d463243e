/// The layouts of a release's `manifest.json` and `changes.json`, as JSON Schema (2020-12).
enum ReleaseSchemas {
  static let manifest = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Manifest of a release",
      "description": "The files of its folder, which never change.",
      "type": "object", "additionalProperties": false, "required": ["release", "date", "files"],
      "properties": {
        "release": {"type": "string", "pattern": "^[a-z0-9-]+$"},
        "date": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "description": "The day of its content."},
        "files": {"type": "array", "minItems": 1, "items": {
          "type": "object", "additionalProperties": false, "required": ["path", "bytes", "sha256"],
          "properties": {"path": {"type": "string"}, "bytes": {"type": "integer", "minimum": 0}, "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"}}}}
      }
    }

    """

  static let changes = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "What a release changed",
      "description": "Figures that were public and figures that are; nothing of what was hidden.",
      "type": "object", "additionalProperties": false,
      "required": ["release", "date", "since", "words", "rules", "series"],
      "$defs": {
        "entry": {
          "type": "object", "additionalProperties": false, "required": ["value", "mark"],
          "properties": {"value": {"type": ["number", "null"]}, "mark": {"enum": [null, "[c]", "[x]", "[z]", "[n]"]}}
        }
      },
      "properties": {
        "release": {"type": ["string", "null"], "description": "Null for what would be published now."},
        "date": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
        "since": {"type": ["string", "null"], "description": "The release before; null for a first one."},
        "words": {"type": "array", "items": {
          "type": "object", "additionalProperties": false, "required": ["en", "fr"],
          "properties": {"en": {"type": "string"}, "fr": {"type": "string"}}}},
        "rules": {"type": "array", "items": {
          "type": "object", "additionalProperties": false, "required": ["class", "before", "after"],
          "properties": {"class": {"type": "string"}, "before": {"type": ["integer", "null"]}, "after": {"type": ["integer", "null"]}}}},
        "series": {"type": "array", "items": {
          "type": "object", "additionalProperties": false, "required": ["code", "added", "cells"],
          "properties": {
            "code": {"type": "string"}, "added": {"type": "integer", "minimum": 0},
            "cells": {"type": "array", "items": {
              "type": "object", "additionalProperties": false, "required": ["codes", "kind", "before", "after"],
              "properties": {
                "codes": {"type": "array", "minItems": 1, "items": {"type": "string"}},
                "kind": {"enum": ["revised", "hidden", "shown", "withdrawn"]},
                "before": {"$ref": "#/$defs/entry"},
                "after": {"oneOf": [{"type": "null"}, {"$ref": "#/$defs/entry"}]}}}}}}}
      }
    }

    """
}
