//! No circle of modules but between parent and child: whoever reads one can stop at what it names.

use super::{Source, sources};
use std::collections::{BTreeMap, BTreeSet};
use syn::visit::{self, Visit};
use syn::{ItemMod, ItemUse, Path, UseTree};

/// A module by its path below the crate: `["text", "token"]`.
type Module = Vec<String>;

#[test]
fn modules_form_no_circle() {
    let circles = circles(&uses(&sources()));
    assert!(circles.is_empty(), "\ncircles of modules:\n{}", circles.join("\n"));
}

#[test]
fn a_circle_is_found_and_parent_and_child_are_none() {
    let sources = [
        Source::new("lib.rs", ""),
        Source::new("a.rs", "use crate::b::B;"),
        Source::new("b/mod.rs", "mod c; use c::C;"),
        Source::new("b/c.rs", "use super::B; fn f() -> crate::a::A { todo!() }"),
        Source::new("d.rs", "use crate::{a::A, b}; #[cfg(test)] mod tests { use crate::e::E; }"),
        Source::new("e.rs", "use super::d;"),
        Source::new("f.rs", "fn f() { crate::g::g() }"),
        Source::new("g.rs", "fn g() { super::f::f() }"),
    ];
    assert_eq!(circles(&uses(&sources)), ["f g"]);
}

/// For each module those that it uses, parents and children left out.
fn uses(sources: &[Source]) -> BTreeMap<Module, BTreeSet<Module>> {
    let modules: BTreeSet<Module> = sources.iter().filter_map(|source| module(&source.path)).collect();
    let mut graph = BTreeMap::new();
    for source in sources {
        let Some(own) = module(&source.path) else { continue };
        let file = syn::parse_file(&source.text).unwrap_or_else(|error| panic!("{}: {error}", source.path));
        let mut paths = Paths { own: own.clone(), found: Vec::new() };
        paths.visit_file(&file);
        let named = paths.found.iter().filter_map(|path| {
            (1..=path.len()).rev().map(|length| path[..length].to_vec()).find(|prefix| modules.contains(prefix))
        });
        let others = named.filter(|other| !other.starts_with(&own) && !own.starts_with(other)).collect();
        graph.insert(own, others);
    }
    graph
}

/// The module of a file; none for the command line, which is a crate of its own.
fn module(path: &str) -> Option<Module> {
    let path = path.strip_suffix(".rs")?;
    let path = path.strip_suffix("/mod").unwrap_or(path);
    (!path.starts_with("bin/") && path != "lib").then(|| path.split('/').map(str::to_owned).collect())
}

/// The paths that a file names, from the crate's root.
struct Paths {
    own: Module,
    found: Vec<Module>,
}

impl Paths {
    fn add(&mut self, segments: &[String]) {
        let mut module = self.own.clone();
        let mut rest = segments;
        match rest.first().map(String::as_str) {
            Some("crate") => {
                module.clear();
                rest = &rest[1..];
            }
            Some("self") => rest = &rest[1..],
            Some("super") => {}
            _ => return,
        }
        while rest.first().is_some_and(|segment| segment == "super") {
            module.pop();
            rest = &rest[1..];
        }
        module.extend(rest.iter().cloned());
        self.found.push(module);
    }

    fn add_tree(&mut self, before: &[String], tree: &UseTree) {
        let with = |name: String| [before, &[name]].concat();
        match tree {
            UseTree::Path(path) => self.add_tree(&with(path.ident.to_string()), &path.tree),
            UseTree::Name(name) => self.add(&with(name.ident.to_string())),
            UseTree::Rename(name) => self.add(&with(name.ident.to_string())),
            UseTree::Glob(_) => self.add(before),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.add_tree(before, tree)),
        }
    }
}

impl<'a> Visit<'a> for Paths {
    fn visit_item_mod(&mut self, module: &'a ItemMod) {
        let is_test = |attribute: &syn::Attribute| attribute.path().is_ident("cfg");
        if !module.attrs.iter().any(is_test) {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_use(&mut self, item: &'a ItemUse) {
        self.add_tree(&[], &item.tree);
    }

    fn visit_path(&mut self, path: &'a Path) {
        self.add(&path.segments.iter().map(|segment| segment.ident.to_string()).collect::<Vec<_>>());
        visit::visit_path(self, path);
    }
}

/// The groups of modules that reach each other, each as one line of names.
fn circles(graph: &BTreeMap<Module, BTreeSet<Module>>) -> Vec<String> {
    let reached: BTreeMap<&Module, BTreeSet<&Module>> =
        graph.keys().map(|module| (module, reach(graph, module))).collect();
    let mut seen = BTreeSet::new();
    let mut circles = Vec::new();
    for module in graph.keys() {
        let circle: Vec<&Module> = reached[module]
            .iter()
            .copied()
            .filter(|other| reached.get(other).is_some_and(|r| r.contains(module)))
            .collect();
        if circle.len() > 1 && seen.insert(circle.clone()) {
            circles.push(circle.iter().map(|module| module.join("::")).collect::<Vec<_>>().join(" "));
        }
    }
    circles
}

fn reach<'g>(graph: &'g BTreeMap<Module, BTreeSet<Module>>, from: &'g Module) -> BTreeSet<&'g Module> {
    let mut reached = BTreeSet::new();
    let mut open = vec![from];
    while let Some(module) = open.pop() {
        for other in graph.get(module).into_iter().flatten() {
            if reached.insert(other) {
                open.push(other);
            }
        }
    }
    reached
}
