//! Prints `docs/van-de.md`: `cargo run --example findings > docs/van-de.md`.

fn main() {
    print!("{}", ctcl::finding::document());
}
