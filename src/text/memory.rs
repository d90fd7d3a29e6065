//! A text in, what it was read as before out: the same few texts stand in every file, and each is asked for several times.
//!
//! What is kept follows from the text alone, whatever was read before it; so it may be forgotten at any time, and each thread has its own.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;

/// Where texts are looked up cell by cell: the hash of the standard library takes longer than much of what is looked up.
pub(crate) type QuickMap<K, V> = HashMap<K, V, RandomState>;
pub(crate) type QuickSet<K> = HashSet<K, RandomState>;

/// The readings of one grammar, by text. To be held in a `thread_local!`.
pub(crate) struct Memory<V> {
    kept: RefCell<Kept<V>>,
}

struct Kept<V> {
    readings: QuickMap<String, V>,
    /// Of all its texts.
    bytes: usize,
    most_bytes: usize,
}

impl<V> Default for Memory<V> {
    fn default() -> Self {
        Memory::of(MOST_BYTES)
    }
}

const MOST_BYTES: usize = 1 << 20;

impl<V> Memory<V> {
    /// For readings many times as long as their texts, of which those of the row at hand are asked for again and again.
    pub fn of_long_readings() -> Self {
        Memory::of(MOST_BYTES / 16)
    }

    fn of(most_bytes: usize) -> Self {
        Memory { kept: RefCell::new(Kept { readings: QuickMap::default(), bytes: 0, most_bytes }) }
    }
}

impl<V: Clone> Memory<V> {
    /// More texts than a file has that stand in others too.
    const MOST_KEPT: usize = 8_000;

    /// What `read` makes of the text. It must not depend on anything else.
    pub fn recall(&self, text: &str, read: impl FnOnce(&str) -> V) -> V {
        if let Some(known) = self.kept.borrow().readings.get(text) {
            return known.clone();
        }
        let found = read(text);
        let mut kept = self.kept.borrow_mut();
        if kept.readings.len() >= Self::MOST_KEPT || kept.bytes + text.len() > kept.most_bytes {
            kept.forget();
        }
        kept.bytes += text.len();
        kept.readings.insert(text.to_owned(), found.clone());
        found
    }
}

impl<V> Kept<V> {
    fn forget(&mut self) {
        self.readings.clear();
        self.bytes = 0;
    }
}

/// As [`Memory`], for a grammar that needs to know something besides the text, which seldom changes.
pub(crate) struct MemoryUnder<K, V> {
    under: RefCell<Option<K>>,
    readings: Memory<V>,
}

impl<K, V> Default for MemoryUnder<K, V> {
    fn default() -> Self {
        MemoryUnder { under: RefCell::new(None), readings: Memory::default() }
    }
}

impl<K, V: Clone> MemoryUnder<K, V> {
    /// What `read` makes of the text, where `is` says that what was known beside it is the same as now; `now` is what to keep of it.
    /// The reading must not depend on anything else, nor ask this memory itself.
    pub fn recall(&self, text: &str, is: impl FnOnce(&K) -> bool, now: impl FnOnce() -> K, read: impl FnOnce(&str) -> V) -> V {
        let same = self.under.borrow().as_ref().is_some_and(is);
        if !same {
            self.readings.kept.borrow_mut().forget();
            *self.under.borrow_mut() = Some(now());
        }
        self.readings.recall(text, read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_once_and_then_recalled() {
        let memory: Memory<usize> = Memory::default();
        assert_eq!(memory.recall("abc", str::len), 3);
        assert_eq!(memory.recall("abc", |_| unreachable!("it is known")), 3);
    }

    #[test]
    fn what_was_read_under_something_else_is_read_anew() {
        let memory: MemoryUnder<i64, i64> = MemoryUnder::default();
        let read = |text: &str, unit: i64| memory.recall(text, |known| *known == unit, || unit, |text| text.len() as i64 * unit);
        assert_eq!([read("abc", 1), read("abc", 1000), read("abc", 1000), read("abc", 1)], [3, 3000, 3000, 3]);
    }

    #[test]
    fn what_is_forgotten_is_read_again() {
        let memory: Memory<String> = Memory::default();
        for round in 0..3 {
            for at in 0..Memory::<String>::MOST_KEPT + 7 {
                assert_eq!(memory.recall(&at.to_string(), str::to_owned), at.to_string(), "{round}");
            }
        }
    }

    #[test]
    fn long_texts_take_no_more_room_than_many_short_ones() {
        let memory: Memory<String> = Memory::default();
        let long = "a".repeat(MOST_BYTES / 3);
        for end in 0..10 {
            let text = format!("{long}{end}");
            assert_eq!(memory.recall(&text, str::to_owned), text);
            assert!(memory.kept.borrow().readings.len() <= 3);
        }
    }
}
