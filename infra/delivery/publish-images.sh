#!/usr/bin/env bash
# publish-images.sh RELEASE: bundles every service, and puts images and the Lambda's bundle where deploys find them.
set -euo pipefail
cd "$(dirname "$0")/../.."
release=${1:?usage: publish-images.sh RELEASE}
: "${REGISTRY:?is not set: the address of the image registry}" "${BUNDLES_BUCKET:?is not set: the bucket of bundles}"
region=${AWS_REGION:-eu-central-1}

is_published() {
  aws ecr describe-images --region "$region" --repository-name "cartograph/$1" --image-ids "imageTag=$release" >/dev/null 2>&1
}

aws ecr get-login-password --region "$region" | docker login --username AWS --password-stdin "$REGISTRY"

for service in gateway product order user payment; do
  # Tags are never moved: a build that runs twice finds its first result.
  is_published "$service" && continue
  npx --yes pnpm@12.21.0 bundle "$service"
  docker build --platform linux/amd64 --file infra/docker/Dockerfile --build-arg "SERVICE=$service" \
    --tag "$REGISTRY/cartograph/$service:$release" .
  docker push "$REGISTRY/cartograph/$service:$release"
done

# What others made and runs beside ours comes from our registry too: a deploy asks nobody else.
while read -r name image; do
  is_published "$name" && continue
  docker pull --platform linux/amd64 "$image"
  docker tag "$image" "$REGISTRY/cartograph/$name:$release"
  docker push "$REGISTRY/cartograph/$name:$release"
done < infra/delivery/foreign-images.txt

npx --yes pnpm@12.21.0 bundle notifications
(cd dist/notifications && zip --quiet --recurse-paths ../notifications.zip .)
aws s3 cp --region "$region" dist/notifications.zip "s3://$BUNDLES_BUCKET/notifications/$release.zip"
