#!/usr/bin/env bash
# Installs what the tests need, builds in Release, runs every test, and ends with "N passed, N failed" alone on the last line.
#   bash tests/run.sh            the fast tests: all that a change must pass
#   bash tests/run.sh --long     these and the long ones (soaks, crash loops, million-round fuzzing)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

case "${1:-}" in
  "") filter=(--filter-not-trait Category=Long) ;;
  --long) filter=() ;;
  *) echo "tests/run.sh: $1 is not an option. There is --long." >&2; exit 2 ;;
esac

# Whatever the tests write goes here, and goes away.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -m 1777 "$scratch/tmp"
export TMPDIR="$scratch/tmp"
# PostgreSQL refuses to run as root: its own user must be able to reach the folder.
chmod 755 "$scratch"

# What stays in memory for the next build would outlive this script.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

has_postgresql() { compgen -G '/usr/lib/postgresql/*/bin/initdb' > /dev/null; }

# Debian's own Python knows Debian's packages; another one may come first on the path.
has_feedparser() { /usr/bin/python3 -c 'import feedparser' 2> /dev/null || python3 -c 'import feedparser' 2> /dev/null; }

install_missing() {
  local missing=() readers=()
  command -v chromium > /dev/null || missing+=(chromium fonts-noto-core)
  has_postgresql || missing+=(postgresql)
  # Tests that read our feeds with other people's programs say so and skip themselves where these cannot be had.
  command -v newsboat > /dev/null || readers+=(newsboat)
  has_feedparser || readers+=(python3-feedparser)
  if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then missing+=("${readers[@]}"); fi
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ] || ! command -v apt-get > /dev/null; then
    echo "tests/run.sh: the tests need ${missing[*]}. Install them with: sudo apt-get install ${missing[*]}" >&2
    exit 1
  fi

  echo "Installing ${missing[*]}"
  # The package would make and start a database of its own, which nobody here asked for.
  local clusters=/etc/postgresql-common/createcluster.conf
  if [ ! -e "$clusters" ]; then
    mkdir -p "$(dirname "$clusters")"
    echo 'create_main_cluster = false' > "$clusters"
  fi
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -q > "$scratch/apt.log" 2>&1 \
    && apt-get install -q -y --no-install-recommends -o Dpkg::Options::=--force-confold "${missing[@]}" >> "$scratch/apt.log" 2>&1 \
    || { tail -n 20 "$scratch/apt.log" >&2; echo "tests/run.sh: apt-get could not install ${missing[*]}" >&2; exit 1; }
  if [ -e "$clusters.dpkg-dist" ]; then mv "$clusters.dpkg-dist" "$clusters"; fi
}

command -v dotnet > /dev/null || { echo "tests/run.sh: the .NET 10 SDK is missing: there is no dotnet on the PATH" >&2; exit 1; }
install_missing

# One compiler for all projects, ended with the build: starting one for each takes a quarter longer.
compiler="newsdesk-$$"
built=0
dotnet build NewsDesk.sln -c Release -v q -p:SharedCompilationId=$compiler -clp:NoSummary || built=$?
pkill -f "VBCSCompiler.*$compiler" || true
[ $built = 0 ] || exit $built

# The two stand side by side: each of them waits more than it works. What is printed stays together.
run_tests() {
  dotnet run --no-build -c Release --project "tests/$1" -- "${filter[@]}" --results-directory "$scratch/results/$1" --no-progress 2>&1
}

run_tests NewsDesk.BrowserTests > "$scratch/NewsDesk.BrowserTests.log" &
browser=$!
trap 'kill $browser 2> /dev/null || true; rm -rf "$scratch"' EXIT

broken=0
echo "== NewsDesk.Tests"
run_tests NewsDesk.Tests | tee "$scratch/NewsDesk.Tests.log" || broken=1
wait $browser || broken=1
echo "== NewsDesk.BrowserTests"
cat "$scratch/NewsDesk.BrowserTests.log"

count() { awk -v what="$1:" '$1 == what { n += $2 } END { print n + 0 }' "$scratch"/NewsDesk.*Tests.log; }
passed=$(count succeeded) failed=$(count failed)

# A runner that died without a count has failed, whatever it had counted.
[ "$broken" = 0 ] || [ "$failed" -gt 0 ] || failed=1
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
