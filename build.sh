#!/usr/bin/env bash
# The one entry point of Sourcelight: ./build.sh [build|run|site|test|bench|python|package|train|measure|fuzz|soak|audit], see --help.
set -euo pipefail
cd "$(dirname "$0")"
export PATH="$PWD/.tools/bin:$PWD/node_modules/.bin:$PATH:$HOME/.cargo/bin"

usage() {
  cat <<'HELP'
./build.sh [command] [options]

  build                the command line (target/release/sourcelight) and the extension (dist/chromium, dist/firefox);
                       what no command means
  run [PAGE]           open a real browser with the extension switched on, on a sample article, a URL or an HTML file
      --browser NAME     chromium (default) or firefox
      --screenshot FILE  take a picture of the page with its marks and end
  site                 dist/site: a web page without a server, on which a text gets its marks, cards and ledger; with the
                       manual, the accuracy and the speed
  test [AREA]          every check there is; AREA is one of core, wasm, python, extension, browsers; or one that no other test
                       does: package builds the packages once more, from that of the source, and compares them; spark
                       reads 100,000 documents with the wheel and kills an executor meanwhile (needs Java 17)
  bench                one report on speed, memory and size, into docs/performance.md and the README: reading beside
                       wink-nlp, compromise and harper.js, clicks beside an empty extension (a quarter of an hour)
  bench python         speed of the wheel beside the command line, spaCy and textacy
  python               the wheel for Python, dist/sourcelight-VERSION-*.whl
  package              dist/sourcelight-{chromium,firefox}-VERSION.zip for the stores, dist/sourcelight-VERSION-source.zip for
                       their review: the same bytes from the same commit in any folder
  fuzz [SECONDS]       feed the core random text in either language, a minute for each target unless told otherwise (needs nightly Rust)
  soak [MINUTES]       ten minutes over a live blog that never rests: memory, listeners, share of a core (Chromium)
  audit                licences, sources and known weaknesses of every crate and every JavaScript package that we build with
  train                rebuild models/ from ../shared/corpora, the same bytes every time
  measure              measure them, on the news by models that did not see its outlet (ten minutes), and write the tables

Each installs what it lacks (Debian 12 with rustup and Node 20 is enough).
HELP
}

say() { printf '\033[1m==> %s\033[0m\n' "$*" >&2; }
stop() { printf 'build.sh: %s\n' "$*" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

# --- what a command needs -------------------------------------------------------------------------------------------

need_rust() {
  has cargo || stop "Rust is missing: install it from https://rustup.rs and run this again."
  has rustup && rustup toolchain install >/dev/null 2>&1 || cargo --version >/dev/null ||
    stop "The toolchain named in rust-toolchain.toml is missing and could not be installed."
}

need_node() {
  has node || stop "Node.js is missing: version 20 or newer is needed."
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || stop "Node.js $(node -v) is too old: 20 or newer is needed."
  [ node_modules/.package-lock.json -nt package-lock.json ] && return
  say "Installing the JavaScript tools"
  npm ci --no-audit --no-fund --loglevel=error || stop "npm could not install what package-lock.json lists."
  touch node_modules/.package-lock.json
}

need_wasm_bindgen() {
  local version
  version=$(sed -n 's/^wasm-bindgen = "=\(.*\)"/\1/p' Cargo.toml)
  [ "$(wasm-bindgen --version 2>/dev/null)" = "wasm-bindgen $version" ] && return
  say "Installing wasm-bindgen $version (some minutes, once)"
  cargo install wasm-bindgen-cli --version "$version" --root .tools || stop "wasm-bindgen $version could not be installed."
}

need_packages() { # command=debian-package …
  local missing=() pair
  for pair; do has "${pair%%=*}" || missing+=("${pair#*=}"); done
  [ ${#missing[@]} -eq 0 ] || install_packages "${missing[@]}"
}

install_packages() { # debian-package …
  has apt-get || stop "Missing and not on a Debian system: please install $*."
  local root=()
  [ "$(id -u)" = 0 ] || root=(sudo)
  say "Installing $*"
  # Lists that cannot be fetched are no failure to apt-get: it goes on with the old ones, and installs what is too old.
  "${root[@]}" apt-get update -qq -o Acquire::Retries=3 -o APT::Update::Error-Mode=any ||
    say "Not every list of packages could be fetched: what is installed may be old"
  DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -y -qq "$@" >/dev/null ||
    stop "apt-get could not install $*."
}

# A fresh Python environment, target/python/NAME, with what python/requirements/NAME.txt lists.
fresh_python() { # name
  python3 -c "import ensurepip" 2>/dev/null || install_packages python3 python3-venv
  python3 -c "import sys; sys.exit(sys.version_info < (3, 11))" || stop "$(python3 -V) is too old: 3.11 or newer is needed."
  say "Python: installing python/requirements/$1.txt"
  python3 -m venv --clear "target/python/$1"
  "target/python/$1/bin/pip" install --quiet --disable-pip-version-check -r "python/requirements/$1.txt" ||
    stop "pip could not install what python/requirements/$1.txt lists."
}

firefox_version() { firefox-esr --version | grep -o '[0-9]*' | head -n 1; }

need_browsers() {
  need_packages chromium=chromium firefox-esr=firefox-esr
  local least
  least=$(sed -n '/"gecko": {/,/}/s/.*"strict_min_version": "\([0-9]*\).*/\1/p' extension/manifest.json)
  [ "$(firefox_version)" -ge "$least" ] || install_packages chromium firefox-esr
  [ "$(firefox_version)" -ge "$least" ] || stop "Firefox $(firefox_version) is too old: the extension needs $least or a newer one."
}

# --- commands -------------------------------------------------------------------------------------------------------

build_wasm() {
  need_wasm_bindgen
  say "Core to WebAssembly"
  # A panic names the file that it comes from. Named from here, it is the same in whatever folder the core is built.
  local remap="'--remap-path-prefix=$PWD=.', '--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo'"
  cargo build --lib --profile wasm --target wasm32-unknown-unknown \
    --config "target.wasm32-unknown-unknown.rustflags=[$remap]"
  local built=target/wasm32-unknown-unknown/wasm/sourcelight.wasm
  [ target/core/core_bg.wasm -nt "$built" ] && return
  wasm-bindgen --target web --out-name core --out-dir target/core "$built"
  # Left alone, wasm-opt folds all that has one caller into it, into one function of 150 kB in the end. A browser compiles
  # whole functions and runs the faster code from the next call on: the first page would take half as long again.
  wasm-opt -O3 --one-caller-inline-max-function-size=100 target/core/core_bg.wasm -o target/core/core_bg.wasm
}

build_extension() {
  need_node
  build_wasm
  node scripts/bundle.js
}

build() {
  need_rust
  build_extension
  say "Command line"
  cargo build --release --bin sourcelight
}

build_wheel() {
  need_rust
  fresh_python build
  say "Wheel for Python"
  rm -f dist/*.whl
  cp LICENSE-* python # a wheel can hold nothing from above its folder
  target/python/build/bin/maturin build --release --locked --manifest-path python/Cargo.toml --target-dir target --out dist
}

# A fresh environment with the wheel.
install_wheel() { # name
  build_wheel
  fresh_python "$1"
  "target/python/$1/bin/pip" install --quiet --disable-pip-version-check dist/*.whl
}

run() {
  need_rust
  need_browsers
  build_extension
  node scripts/run.js "$@"
}

build_site() {
  build_wasm
  say "Web page"
  node scripts/site.js
}

site() {
  need_rust
  need_node
  build_site
}

package() {
  need_rust
  build_extension
  say "Lint, as the review of add-ons does"
  web-ext lint --source-dir dist/firefox --warnings-as-errors
  rm -f dist/*.zip
  node scripts/package.js
}

train() {
  need_rust
  [ -d ../shared/corpora ] || stop "The corpora are missing: ../shared/corpora is not there."
  # The precisions are built in, and the models learn from them.
  cargo build --release --bin sourcelight
  target/release/sourcelight train --precisions "$@"
  cargo build --release --bin sourcelight
  target/release/sourcelight train "$@"
  say "Now ./build.sh measure, which writes the tables of accuracy"
}

measure() {
  need_rust
  [ -d ../shared/corpora ] || stop "The corpora are missing: ../shared/corpora is not there."
  cargo build --release --bin sourcelight
  target/release/sourcelight evaluate --by-outlet --readme README.md models/README.md --calibration docs/calibration.svg "$@"
}

fuzz() {
  need_rust
  cargo fuzz --version >/dev/null 2>&1 || { say "Installing cargo-fuzz"; cargo install cargo-fuzz --version 0.13.1 || stop "cargo-fuzz could not be installed."; }
  # The words that the engine reacts to, so that bytes thrown at random spell them.
  local words=target/fuzz/words.dict target
  mkdir -p target/fuzz
  # A dictionary has no letters but those of ASCII: the others are spelled out.
  grep -hv '^#' src/language/{english,german}/{patterns,function-words,hedge-cues,reporting-*,nouns,roles,titles}.txt |
    tr -s ' |/?' '\n' | grep -x "[a-zäöüß'-]\+" | sort -u |
    sed 's/.*/" & "/; s/ä/\\xc3\\xa4/g; s/ö/\\xc3\\xb6/g; s/ü/\\xc3\\xbc/g; s/ß/\\xc3\\x9f/g' >$words
  printf '"\\xe2\\x80\\x9%s"\n' 3 4 8 9 c d e >>$words
  printf '"\\xc2\\x%s"\n' ab bb >>$words
  for target in text blocks boundary; do
    say "Fuzzing $target"
    mkdir -p "target/fuzz/$target"
    # No sanitizer of memory: the core has no unsafe code, and without one it reads several times as much.
    cargo +nightly fuzz run --sanitizer none --target-dir target/fuzz/build "$target" \
      "target/fuzz/$target" fuzz/seeds tests/marked -- \
      -max_total_time="${1:-60}" -max_len=2000 -len_control=20 -dict=$words
  done
}

soak() {
  need_rust
  need_browsers
  build_extension
  say "A live blog that never rests"
  node scripts/soak.js "$@"
}

# A check that asks a database elsewhere: where that cannot be reached, it says so loudly and fails nothing.
ask_elsewhere() { # the words that tell so, command …
  local unreachable=$1 answer
  shift
  if answer=$("$@" 2>&1); then
    printf '%s\n' "$answer"
  elif grep -qE "$unreachable" <<<"$answer"; then
    say "SKIPPED: $* (its database cannot be reached from here)"
  else
    printf '%s\n' "$answer" >&2
    return 1
  fi
}

audit() {
  need_rust
  need_node
  [ "$(cargo deny --version 2>/dev/null)" = "cargo-deny 0.20.2" ] || {
    say "Installing cargo-deny (some minutes, once)"
    cargo install cargo-deny --version 0.20.2 --locked --root .tools || stop "cargo-deny could not be installed."
  }
  local manifest
  for manifest in Cargo.toml fuzz/Cargo.toml python/Cargo.toml; do
    say "Licences, sources and versions of the crates in $manifest"
    cargo deny --manifest-path $manifest --config deny.toml check --hide-inclusion-graph -A unmatched-skip licenses sources bans
  done
  say "Licences of the JavaScript packages"
  node --test tests/extension/packages.test.js
  say "Known weaknesses"
  for manifest in Cargo.toml fuzz/Cargo.toml python/Cargo.toml; do
    ask_elsewhere "failed to fetch advisory database" \
      cargo deny --manifest-path $manifest --config deny.toml check --hide-inclusion-graph advisories
  done
  ask_elsewhere "audit endpoint returned an error|audit request .* failed" npm audit
}

bench() {
  if [ "${1:-}" = python ]; then
    bench_python
    return
  fi
  need_rust
  need_browsers
  build_extension
  say "The core by itself"
  cargo bench --bench core
  say "The report"
  node scripts/bench.js
}

bench_python() {
  install_wheel bench
  cargo build --release --bin sourcelight
  say "The wheel, the command line, spaCy and textacy on the same texts"
  target/python/bench/bin/mypy --config-file python/pyproject.toml python/benches
  target/python/bench/bin/python python/benches/throughput.py
}

test_core() {
  say "Core: format, lints, tests"
  cargo fmt --check
  # The rules, which build.rs finds in their folders and cargo fmt does not.
  rustfmt --check --edition 2024 src/language/english/hedges/*.rs src/attribution/rules/*.rs
  cargo clippy --all-targets -- -D warnings
  cargo clippy --target wasm32-unknown-unknown --lib -- -D warnings
  cargo test
  say "Core: documentation"
  RUSTDOCFLAGS="-D warnings" cargo doc --no-deps
}

test_wasm() {
  need_wasm_bindgen
  say "The WebAssembly boundary, in Node"
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner cargo test --target wasm32-unknown-unknown --lib
}

test_python() {
  say "Python: the binding"
  cargo fmt --manifest-path python/Cargo.toml --check
  cargo clippy --manifest-path python/Cargo.toml --target-dir target --locked -- -D warnings
  install_wheel test
  # The command line that the wheel is compared with, as the core's own tests have built it.
  cargo test --no-run --test archive
  say "Python: format, lints, types, doctests, tests"
  local bin=target/python/test/bin config=python/pyproject.toml
  $bin/ruff format --config $config --check python examples
  $bin/ruff check --config $config python examples
  $bin/mypy --config-file $config --package sourcelight
  $bin/mypy --config-file $config python/tests
  $bin/python -m mypy.stubtest sourcelight._core
  $bin/pytest -c $config --doctest-modules --doctest-glob="*.md" --pyargs sourcelight python/README.md python/tests
}

test_spark() {
  has java || install_packages openjdk-17-jre-headless
  install_wheel spark
  cargo build --release --bin sourcelight
  say "Spark: types, and 100,000 documents with an executor killed on the way"
  target/python/spark/bin/mypy --config-file python/pyproject.toml examples/spark
  target/python/spark/bin/python examples/spark/check.py
}

test_extension() {
  need_packages unzip=unzip
  build_extension
  build_site
  say "Extension: format, types, strings, lint"
  prettier --check --log-level warn .
  tsc --noEmit
  node --test tests/extension/*.test.js
  web-ext lint --source-dir dist/firefox --warnings-as-errors
}

test_browsers() {
  need_browsers
  need_packages Xvfb=xvfb xdotool=xdotool pdftotext=poppler-utils
  build_extension
  build_site
  say "Extension and web page in Chromium and Firefox"
  # No file takes a quarter of an hour, unless a browser does not answer.
  node --test --test-concurrency=1 --test-timeout=900000 tests/browser/*.test.js
}

test_package() {
  need_packages unzip=unzip
  package
  # wasm-bindgen is on the PATH already, and is not compiled anew.
  say "The same packages from the package of the source"
  local folder zip
  folder=$(mktemp -d)
  unzip -q dist/sourcelight-*-source.zip -d "$folder"
  (cd "$folder" && ./build.sh package)
  for zip in dist/sourcelight-{chromium,firefox}-*.zip; do
    cmp "$zip" "$folder/$zip" || stop "$zip is another one when built in $folder."
  done
  rm -r "$folder"
}

test_all() {
  need_rust
  need_node
  case "${1:-all}" in
    core | wasm | python | extension | browsers | package | spark) "test_$1" ;;
    all)
      test_core
      test_wasm
      test_python
      test_extension
      test_browsers
      ;;
    *) stop "There is no area $1 to test: core, wasm, python, extension, browsers, package, spark." ;;
  esac
  echo "Tests passed: ${1:-core, wasm, python, extension, browsers}"
}

command=${1:-build}
[ $# -gt 0 ] && shift
case "$command" in
  build | run | site | bench | package | train | measure | fuzz | soak | audit) "$command" "$@" ;;
  python) build_wheel ;;
  test) test_all "$@" ;;
  -h | --help | help) usage ;;
  *) usage >&2; stop "There is no command $command." ;;
esac
