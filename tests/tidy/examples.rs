//! Whoever uses the library finds an example at everything that it offers.

use super::{Source, sources};
use std::collections::BTreeSet;
use syn::{Attribute, File, Item, ItemUse, UseTree, Visibility};

/// The modules that users of the library take things from; the others are open to the command line and to tests.
const MODULES: [&str; 6] = ["analysis", "kinds", "phrases", "report", "span", "view"];

#[test]
fn what_the_library_offers_has_an_example() {
    let missing = missing(&sources());
    assert!(missing.is_empty(), "\nneither these nor their modules have an example:\n{}", missing.join("\n"));
}

#[test]
fn a_missing_example_is_found() {
    let sources = [
        Source::new("lib.rs", "pub use a::{A, B}; pub use view::V; mod c;"),
        Source::new("a.rs", "/// ```\npub struct A; pub struct B; pub enum Inner { X }"),
        Source::new("report/mod.rs", "//! ```"),
        Source::new("report/hedges.rs", "pub fn groups() {}"),
        Source::new("span.rs", "pub fn bare() {} fn private() {} #[doc = \" ```\"] pub enum Unit { A }"),
        Source::new("view.rs", "//! ```\npub struct V; pub struct W;"),
    ];
    assert_eq!(missing(&sources), ["a.rs: B", "span.rs: bare"]);
}

/// What is offered without an example, its own or its module's.
fn missing(sources: &[Source]) -> Vec<String> {
    let parsed =
        |source: &Source| syn::parse_file(&source.text).unwrap_or_else(|error| panic!("{}: {error}", source.path));
    let root: BTreeSet<String> =
        sources.iter().filter(|source| source.path == "lib.rs").flat_map(|source| exported(&parsed(source))).collect();
    let has_example =
        |path: &str| sources.iter().any(|source| source.path == path && is_example(&parsed(source).attrs));
    let mut missing = Vec::new();
    for source in sources.iter().filter(|source| !source.path.starts_with("bin/")) {
        let module = source.path.split(['/', '.']).next().unwrap_or_default();
        if has_example(&source.path) || has_example(&format!("{module}/mod.rs")) {
            continue;
        }
        for (name, attributes) in parsed(source).items.iter().filter_map(offered) {
            if (root.contains(&name) || MODULES.contains(&module)) && !is_example(attributes) {
                missing.push(format!("{}: {name}", source.path));
            }
        }
    }
    missing
}

/// The names that the root of the library passes on.
fn exported(file: &File) -> Vec<String> {
    let uses = file.items.iter().filter_map(|item| match item {
        Item::Use(ItemUse { vis: Visibility::Public(_), tree, .. }) => Some(tree),
        _ => None,
    });
    uses.flat_map(names).collect()
}

fn names(tree: &UseTree) -> Vec<String> {
    match tree {
        UseTree::Path(path) => names(&path.tree),
        UseTree::Group(group) => group.items.iter().flat_map(names).collect(),
        UseTree::Name(name) => vec![name.ident.to_string()],
        UseTree::Rename(_) | UseTree::Glob(_) => Vec::new(),
    }
}

/// The name of a public function or type, with what stands above it.
fn offered(item: &Item) -> Option<(String, &[Attribute])> {
    let (visibility, name, attributes) = match item {
        Item::Fn(item) => (&item.vis, &item.sig.ident, &item.attrs),
        Item::Struct(item) => (&item.vis, &item.ident, &item.attrs),
        Item::Enum(item) => (&item.vis, &item.ident, &item.attrs),
        _ => return None,
    };
    matches!(visibility, Visibility::Public(_)).then(|| (name.to_string(), attributes.as_slice()))
}

/// Whether a documentation holds code.
fn is_example(attributes: &[Attribute]) -> bool {
    let text = |attribute: &Attribute| match &attribute.meta {
        syn::Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    };
    attributes.iter().filter_map(text).any(|text| text.trim_start().starts_with("```"))
}
