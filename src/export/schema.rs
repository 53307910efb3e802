//! The format of a glossary as a JSON Schema: editors of TOML complete and explain keys by it.
//!
//! Made from the tables of keys, so that it says what the program reads.

use serde_json::{Map, Value, json};

use crate::glossary::keys::{ENTRY, Holds, Key, SENSE};

/// The schema, as a text that ends in a line end.
#[must_use]
pub fn schema() -> String {
    let schema = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A glossary of Glose",
        "description": "Headwords of French with what they mean in English, one [[entry]] each.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
            "entry": {
                "description": "A headword and part of speech.",
                "type": "array",
                "items": table(&ENTRY, &json!({
                    "required": ["term", "pos"],
                    "anyOf": [{ "required": ["gloss"] }, { "required": ["sense"] }],
                })),
            },
        },
    });
    // A value made of texts and lists can always be written.
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

/// A table with these keys, and what else is said of it.
fn table(keys: &[Key], more: &Value) -> Value {
    let properties: Map<String, Value> =
        keys.iter().map(|key| (key.name.to_owned(), property(key))).collect();
    let mut table = json!({ "type": "object", "additionalProperties": false, "properties": properties });
    if let (Some(table), Some(more)) = (table.as_object_mut(), more.as_object()) {
        table.extend(more.clone());
    }
    table
}

fn property(key: &Key) -> Value {
    let text = json!({ "type": "string", "minLength": 1 });
    let mut property = match key.holds {
        Holds::Text => text,
        Holds::Texts => json!({ "type": "array", "items": text }),
        Holds::OneOf(words) => json!({ "enum": words() }),
        Holds::Senses => {
            json!({ "type": "array", "items": table(&SENSE, &json!({ "required": ["gloss"] })) })
        }
    };
    if let Some(property) = property.as_object_mut() {
        property.insert("description".into(), key.says.into());
    }
    property
}
