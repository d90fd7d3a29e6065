//! Values in, JSON text out.

use serde::Serialize;

/// Indented by two spaces, with a line feed at the end. Keys stand in the order of the type, so equal values give equal bytes.
pub fn to_bytes(value: &impl Serialize) -> anyhow::Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(value)?;
    bytes.push(b'\n');
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::to_bytes;

    #[test]
    fn vietnamese_stays_readable_and_the_file_ends_with_a_line_feed() {
        let value = BTreeMap::from([("name", "Trường Tiểu học Hoa Sen"), ("kind", "tieu_hoc")]);
        let text = String::from_utf8(to_bytes(&value).expect("a map of texts is JSON")).expect("JSON is UTF-8");
        assert_eq!(text, "{\n  \"kind\": \"tieu_hoc\",\n  \"name\": \"Trường Tiểu học Hoa Sen\"\n}\n");
    }
}
