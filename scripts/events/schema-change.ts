/**
 * How a change of a schema affects those who know it as it was published. `breaking`: somebody cannot read an event any
 * more. `careful`: everything that was sent can still be read, but a consumer that is not deployed yet refuses the new
 * values, so consumers go first. `compatible`: nobody notices.
 */
export type ChangeKind = 'breaking' | 'careful' | 'compatible';

/** One change; the field is a path such as `detail.data.lines[].quantity`. */
export type SchemaChange = { readonly kind: ChangeKind; readonly field: string; readonly change: string };

export const breaking = (field: string, change: string): SchemaChange => ({ kind: 'breaking', field, change });
export const careful = (field: string, change: string): SchemaChange => ({ kind: 'careful', field, change });
export const compatible = (field: string, change: string): SchemaChange => ({ kind: 'compatible', field, change });
