#!/usr/bin/env bash
# deploy-stage.sh STAGE RELEASE: deploys one stage at one release. May be repeated; with an older release it goes back.
set -euo pipefail
cd "$(dirname "$0")/.."
stage=${1:?usage: deploy-stage.sh STAGE RELEASE}
release=${2:?usage: deploy-stage.sh STAGE RELEASE}

deploy() {
  npx --yes pnpm@12.21.0 exec cdk deploy --context "release=$release" --require-approval never --concurrency 4 "$@"
}

npx --yes pnpm@12.21.0 install --frozen-lockfile
# With everything they stand on: network, databases, cluster.
deploy "$stage/preparation"
# The code before still runs on the schema after: only then do services change.
./delivery/migrate-stage.sh "$stage"
deploy "$stage/*"
