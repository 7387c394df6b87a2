#!/usr/bin/env bash
# Publishes every subgraph that `pnpm schema:publish --out FOLDER` wrote to Apollo's registry. Usage: publish.sh FOLDER
# ROUTING_URL is where subgraphs are, with %s in the place of the name: https://%s.internal.example/graphql
set -euo pipefail
: "${APOLLO_KEY:?set it to a key that may publish}" "${APOLLO_GRAPH_REF:?set it to GRAPH@VARIANT}"
: "${ROUTING_URL:?set it to where subgraphs are, with %s for the name}"
source "$(dirname "$0")/rover.sh"
for schema in "$1"/subgraphs/*.graphql; do
  name=$(basename "$schema" .graphql)
  url=${ROUTING_URL//%s/$name}
  # The subgraph of node(id:) is inside the gateway: no address leads to it.
  [ "$name" = node ] && url=http://node.subgraph.local/graphql
  rover subgraph publish "$APOLLO_GRAPH_REF" --name "$name" --schema "$schema" --routing-url "$url" --allow-invalid-routing-url
done
