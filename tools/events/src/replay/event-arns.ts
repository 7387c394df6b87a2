/** Where an archive's bus and rules are: the same partition, region and account. */
export const arnsBeside = (archiveArn: string, busName: string) => {
  const place = archiveArn.slice(0, archiveArn.indexOf(':archive/'));
  return {
    bus: `${place}:event-bus/${busName}`,
    rule: (ruleName: string): string => `${place}:rule/${busName}/${ruleName}`,
    queue: (queueUrl: string): string => {
      const [account, name] = new URL(queueUrl).pathname.split('/').slice(-2);
      return `${place.replace(':events:', ':sqs:').replace(/:\d{12}$/, '')}:${account}:${name}`;
    },
  };
};
