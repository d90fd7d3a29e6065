//! Prints a page of `docs` that is written from the code: `cargo run --example page -- van-de > docs/van-de.md`, or `du-lieu`.

fn main() {
    match std::env::args().nth(1).as_deref() {
        Some("van-de") => print!("{}", ctcl::finding::document()),
        Some("du-lieu") => print!("{}", ctcl::dataset::document()),
        _ => {
            eprintln!("cargo run --example page -- van-de|du-lieu");
            std::process::exit(2);
        }
    }
}
