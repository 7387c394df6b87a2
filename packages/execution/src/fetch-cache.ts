/** What one fetch of a query asks a subgraph for. */
export type CacheQuestion = {
  readonly subgraph: string;
  readonly query: string;
  /** The client's variables that the query uses, as JSON text. */
  readonly variables: string;
  /** As JSON, one per thing; null for a fetch that begins at a root type, which is one thing. */
  readonly representations: readonly string[] | null;
};

/** Where something stands in the fetch: the index of its representation; 0 for what a root fetch brings. */
type Index = number;

/** What the cache says of the things of a fetch; each index is in one of the first three. */
export type CacheLookup = {
  /** As JSON text of what the subgraph answered. */
  readonly known: readonly { readonly index: Index; readonly text: string }[];
  /** Somebody else fetches it already; null when that comes to nothing, and it is to be fetched after all. */
  readonly underWay: readonly { readonly index: Index; readonly text: Promise<string | null> }[];
  /** To be fetched by whoever asks now. */
  readonly missing: readonly Index[];
  /** Known, but old: to be fetched again for those who come after. */
  readonly refresh: readonly Index[];
  /** Must be told of everything missing and of every refresh, whatever became of it: others wait for it. */
  readonly settle: (indices: readonly Index[], came: CameFromSubgraph | null) => void;
};

/** What came without errors, in the order of the indices, and what the subgraph says of how long it holds. */
export type CameFromSubgraph = { readonly cacheControl: string; readonly values: readonly unknown[] };

/** What is kept for one asker on one graph, during one run of one operation. */
export type FetchCache = {
  /** Null: this fetch is neither answered from the cache nor kept. */
  lookUp: (question: CacheQuestion) => CacheLookup | null | Promise<CacheLookup | null>;
  /** The body of the whole operation's answer, where one was kept and nothing in it has changed. */
  answerTo: (operation: string) => Buffer | undefined;
  /** What this run made of what it was given; taken only where the cache itself knew all that is in it. */
  keepAnswer: (operation: string, body: () => Buffer | undefined) => void;
};

/** Stands between the execution and the subgraphs. Mutations pass it by, with all that they fetch. */
export type AnswerCache<Context> = {
  /** Null for an asker who is always answered afresh. */
  forQuery: (context: Context, supergraphSdl: string) => FetchCache | null;
  /** Another after every purge: a request that left before one is not joined after it. */
  generation: () => number;
  /** Called when a mutation was answered, whatever came of it. Its client is answered when it resolves. */
  mutated: (context: Context) => Promise<void>;
};
