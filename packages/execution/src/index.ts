export { readAnswerData, readyBody, stringifyAnswer } from './answer/answer-text.ts';
export type { AnswerCache, CacheLookup, CacheQuestion, FetchCache } from './fetch-cache.ts';
export { createExecution, type ExecutionOptions, type SupergraphSource } from './gateway.ts';
export { definitionTexts, parseInTurns } from './plan/definition-texts.ts';
export type { WarmUpOperation } from './plan/warm-up.ts';
export { UnderWay } from './share/under-way.ts';
export type { AskSubgraph, SubgraphAnswer, SubgraphReply, SubgraphRequest } from './subgraph-request.ts';
export { tuneYoungGeneration } from './young-generation.ts';
