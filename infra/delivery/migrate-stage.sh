#!/usr/bin/env bash
# migrate-stage.sh STAGE: makes databases that are missing and applies the migrations of the release whose
# `preparation` stack is deployed: one task for each subgraph, one after the other. Ends with 1 at the first that fails.
set -euo pipefail
stage=${1:?usage: migrate-stage.sh STAGE}
stack="cartograph-$stage-preparation"
query() { aws "$@" --output text; }

# The role that may run these tasks is in the stage's own account.
if [ -n "${RELEASE_ROLE_ARN:-}" ]; then
  read -r AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN <<<"$(query sts assume-role \
    --role-arn "$RELEASE_ROLE_ARN" --role-session-name "migrate-$stage" \
    --query 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]')"
  export AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN
fi

output() {
  query cloudformation describe-stacks --stack-name "$stack" --query "Stacks[0].Outputs[?OutputKey=='$1'].OutputValue"
}

cluster=$(output ClusterName)
subnets=$(output Subnets)
for subgraph in product order user payment; do
  group=$(output "${subgraph}Group")
  task=$(query ecs run-task --cluster "$cluster" --launch-type FARGATE --task-definition "$(output "${subgraph}Task")" \
    --network-configuration "awsvpcConfiguration={subnets=[$subnets],securityGroups=[$group],assignPublicIp=DISABLED}" \
    --query 'tasks[0].taskArn')
  aws ecs wait tasks-stopped --cluster "$cluster" --tasks "$task"
  codes=$(query ecs describe-tasks --cluster "$cluster" --tasks "$task" --query 'tasks[0].containers[].exitCode')
  # A container that never began has no code and is printed as None.
  for code in ${codes:-None}; do
    [ "$code" = 0 ] || { echo "The migration of $subgraph failed ($codes): /cartograph/$stage/$subgraph-migrations says why." >&2; exit 1; }
  done
  echo "$subgraph is migrated."
done
