declare module 'vitest' {
  interface ProvidedContext {
    /** Where the PostgreSQL shared by one run of the integration tests is reached as its superuser. */
    superuserUrl: string;
  }
}

export {};
