/** Something that goes wrong: `strike` resolves when it is over and what it broke runs again. */
export type Fault = { readonly name: string; readonly strike: () => Promise<void> };
