//! `sourcelight evaluate` counts as `../shared/score.py` does: both score the first documents of every corpus.

use serde_json::{Map, Value, json};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Documents of each corpus that are read: enough for every kind of figure, and quick without optimisation.
const DOCUMENTS: usize = 12;

#[test]
fn figures_agree_with_the_contract_s_scorer() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let scorer = shared.join("score.py");
    if !scorer.exists() || Command::new("python3").arg("--version").output().is_err() {
        println!("SKIPPED: no ../shared/score.py, or no python3 to run it");
        return;
    }
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("first-documents");
    fs::create_dir_all(&folder).unwrap();
    for corpus in fs::read_dir(shared.join("corpora")).unwrap().map(|entry| entry.unwrap().path()) {
        let documents = fs::read_to_string(&corpus).unwrap();
        // The seed article, the one that is not JSON lines, writes `named-person` where the contract says `named`.
        let first: Vec<String> = match corpus.extension().and_then(|e| e.to_str()) {
            Some("jsonl") => documents.lines().take(DOCUMENTS).map(str::to_owned).collect(),
            Some("json") => vec![documents.replace('\n', " ").replace("named-person", "named")],
            _ => continue,
        };
        fs::write(folder.join(corpus.file_name().unwrap()), first.join("\n")).unwrap();
    }
    let evaluated = run(sourcelight().args(["evaluate", "--json", "--corpora"]).arg(&folder));
    let ours: Map<String, Value> = serde_json::from_str(&evaluated).unwrap();
    // Our own marks of pages are no corpus of the contract.
    for (corpus, tasks) in ours.into_iter().filter(|(corpus, _)| folder.join(corpus).exists()) {
        let gold = folder.join(&corpus);
        let predicted = folder.join("predicted.jsonl");
        let texts = folder.join("texts.jsonl");
        fs::write(&texts, run(python(&scorer).arg("texts").arg(&gold))).unwrap();
        // The Szeged corpus counts hedges by its own definition.
        let definition = corpus.starts_with("hedges").then_some("--conll-hedges");
        let input = File::open(&texts).unwrap();
        let analysis = run(sourcelight().args(["analyze", "--jsonl"]).args(definition).stdin(input));
        fs::write(&predicted, analysis).unwrap();
        for (task, figures) in tasks.as_object().unwrap() {
            let scored = run(python(&scorer).arg(task).args([&gold, &predicted]).arg("--json"));
            let scored: Map<String, Value> = serde_json::from_str(&scored).unwrap();
            for (name, figure) in scored.into_iter().filter(|(name, _)| !name.ends_with("confusions")) {
                assert_eq!(as_scored(&figures[&name], &figure), figure, "{name} of {corpus}, {task}");
            }
        }
    }
}

/// Our counts in the shape that score.py gives the same figure.
fn as_scored(count: &Value, scored: &Value) -> Value {
    let [right, predicted, gold] =
        ["right", "predicted", "gold"].map(|part| count[part].as_u64().unwrap_or_default() as f64);
    let share = |part: f64, whole: f64| {
        if whole == 0.0 { 0.0 } else { format!("{:.4}", part / whole).parse().expect("a decimal") }
    };
    if scored.get("f1").is_some() {
        let (p, r, f1) = (share(right, predicted), share(right, gold), share(2.0 * right, predicted + gold));
        json!({"p": p, "r": r, "f1": f1, "right": count["right"], "predicted": count["predicted"], "gold": count["gold"]})
    } else if scored.get("accuracy").is_some() {
        json!({"accuracy": share(right, gold), "of": count["gold"]})
    } else {
        json!({"r": share(right, gold), "gold": count["gold"]})
    }
}

fn sourcelight() -> Command {
    Command::new(env!("CARGO_BIN_EXE_sourcelight"))
}

fn python(scorer: &Path) -> Command {
    let mut command = Command::new("python3");
    command.arg(scorer);
    command
}

fn run(command: &mut Command) -> String {
    let output = command.stderr(Stdio::inherit()).output().unwrap();
    assert!(output.status.success(), "{command:?} failed");
    String::from_utf8(output.stdout).unwrap()
}
