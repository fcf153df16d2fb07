#!/bin/sh
# Every night: a report to open, and a message where something is new or has grown since the night before. Run it where the exports and
# plimsoll.config.json are; what it keeps stands in the folder "kept". With cron, at a quarter past two:
#
#   15 2 * * * cd /srv/apps && WEBHOOK=https://... sh recipes/nightly.sh >> nightly.log 2>&1
set -eu

recipes=$(dirname "$0")
kept=kept
before="$kept/portfolio.ndjson"
mkdir -p "$kept"

# It ends with 2 where something cannot be read: that stands in the log, and stops nothing, since the rest is answered for.
run() {
  code=0
  npx plimsoll "$@" || code=$?
  case $code in 0 | 2) ;; *) exit "$code" ;; esac
}

# The exports themselves are audited, so that the report names the place behind every statement.
audit() {
  if [ -s "$before" ]; then run audit --previous "$before" "$@"; else run audit "$@"; fi
}

audit --format html > "$kept/report.html"
# Whatever has grown is ranked, and a message is about all of it.
audit --capacity 100000 --json > "$kept/audit.json"
node "$recipes/message.mjs" "${CHANNEL:-teams}" < "$kept/audit.json"

# Last, so that what could not be sent is sent the next night.
run import > "$kept/portfolio.new"
if [ -s "$kept/portfolio.new" ]; then mv "$kept/portfolio.new" "$before"; fi
