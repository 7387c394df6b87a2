#!/usr/bin/env bash
# Rover's check of every subgraph that `pnpm schema:publish --out FOLDER` wrote. Usage: check.sh FOLDER
set -euo pipefail
if [ -z "${APOLLO_KEY:-}" ]; then
  echo "No APOLLO_KEY: the registry is not asked."
  exit 0
fi
: "${APOLLO_GRAPH_REF:?set it to GRAPH@VARIANT}"
source "$(dirname "$0")/rover.sh"
status=0
for schema in "$1"/subgraphs/*.graphql; do
  name=$(basename "$schema" .graphql)
  echo "::group::$name"
  # All of them are checked, also when one fails.
  rover subgraph check "$APOLLO_GRAPH_REF" --name "$name" --schema "$schema" || status=1
  echo "::endgroup::"
done
exit $status
