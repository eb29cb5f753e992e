#!/usr/bin/env bash
# Looks at a running site with two judges from npm: the Nu HTML checker on every kind of page, and Lighthouse on five of them. Says, too, how long
# a slow phone waits for a post.
#   bash tests/check-site.sh http://127.0.0.1:5080
# Needs npm; without java the HTML is not checked, without chromium Lighthouse is not run, and either is said. Nothing is left behind.
set -euo pipefail

site=${1:?tests/check-site.sh: say which site, as http://127.0.0.1:5080}
site=${site%/}
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
failed=0

# The first address of a kind that a page links to.
first() { curl -fsS "$site$1" | grep -oE "href=\"$2" | head -n 1 | cut -d'"' -f2; }
post=$(first / '/[0-9]{4}/[0-9]{2}/[^"?]+')
article=$(first /wire '/article/[0-9]+/[^"]+')
story=$(first /stories '/story/[0-9]+[^"#]*' || true)
month=${post%/*}

if command -v java > /dev/null; then
  npm install --silent --no-audit --no-fund --prefix nu vnu-jar > /dev/null
  mkdir pages
  number=0
  for path in / "$post" "$post?language=clean" "$article" ${story:+"$story"} "$month" /wire '/wire?in=en' /stories /archive /sources /feeds /feeds/view/feed.xml /about /search '/search?q=the' '/search?q=the&of=wire&in=en&from=2020-01-01' '/search?q=the&by=nobody' /never-printed; do
    number=$((number + 1))
    curl -sS "$site$path" > "pages/$number.html"
  done
  if java -jar nu/node_modules/vnu-jar/build/dist/vnu.jar --errors-only pages/*.html; then
    echo "Nu HTML checker: no errors on $number pages"
  else
    failed=1
  fi
else
  echo "Nu HTML checker: skipped, there is no java"
fi

if command -v chromium > /dev/null; then
  npm install --silent --no-audit --no-fund --prefix lh lighthouse > /dev/null
  export CHROME_PATH
  CHROME_PATH=$(command -v chromium)
  # Now and then it loses the trace that it is recording; it is asked up to three times, then.
  look() {
    lh/node_modules/.bin/lighthouse "$site$1" --quiet --no-enable-error-reporting --output=json --output-path=report.json \
      --chrome-flags="--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync --proxy-server=http://127.0.0.1:9" > lighthouse.log 2>&1
  }
  for path in / "$post" /wire ${story:+"$story"} '/search?q=the'; do
    if ! { look "$path" || look "$path" || look "$path"; }; then
      echo "Lighthouse: $path could not be looked at: $(head -n 1 lighthouse.log)"
      failed=1
      continue
    fi
    node -e '
      const report = JSON.parse(require("fs").readFileSync("report.json"));
      const scores = Object.values(report.categories).map(one => Math.round(one.score * 100));
      const value = name => report.audits[name].numericValue;
      console.log(`Lighthouse: ${process.argv[1]} ${scores.join(" / ")}, largest paint ${Math.round(value("largest-contentful-paint"))} ms, shift ${value("cumulative-layout-shift")}, ${value("total-byte-weight")} bytes in ${report.audits["network-requests"].details.items.length} requests`);
      process.exit(scores.every(score => score === 100) ? 0 : 1);
    ' "$path" || failed=1
  done
  NODE_PATH=lh/node_modules node "$here/largest-paint.cjs" "$CHROME_PATH" 11 "$site$post"
else
  echo "Lighthouse: skipped, there is no chromium"
fi

exit "$failed"
