//! The fill of a cell in, what people call its colour out.

/// Red, green and blue.
pub(super) type Colour = [u8; 3];

/// What people call it.
pub(super) fn name([red, green, blue]: Colour) -> &'static str {
    let (red, green, blue) = (i32::from(red), i32::from(green), i32::from(blue));
    let (high, low) = (red.max(green).max(blue), red.min(green).min(blue));
    let spread = high - low;
    if spread < 24 {
        return if high < 64 { "đen" } else { "xám" };
    }
    // Around the circle of colours: red at 0, green at 120, blue at 240.
    let hue = match high {
        _ if high == red => 60 * (green - blue) / spread,
        _ if high == green => 120 + 60 * (blue - red) / spread,
        _ => 240 + 60 * (red - green) / spread,
    };
    match hue.rem_euclid(360) {
        0..=14 | 345..=359 => "đỏ",
        15..=44 => "cam",
        45..=69 => "vàng",
        70..=169 => "xanh lá",
        170..=259 => "xanh dương",
        260..=299 => "tím",
        _ => "hồng",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_called_as_people_call_them() {
        let called = [
            ([0xFF, 0, 0], "đỏ"),
            ([0x92, 0xD0, 0x50], "xanh lá"),
            ([0xFF, 0xFF, 0], "vàng"),
            ([0xFF, 0xC0, 0], "vàng"),
            ([0xED, 0x7D, 0x31], "cam"),
            ([0, 0xB0, 0xF0], "xanh dương"),
            ([0x70, 0x30, 0xA0], "tím"),
            ([0xD9, 0xD9, 0xD9], "xám"),
        ];
        for (colour, expected) in called {
            assert_eq!(name(colour), expected, "{colour:?}");
        }
    }
}
