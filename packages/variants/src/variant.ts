/** A form of the graph for one kind of client: the whole graph without what carries certain tags. */
export interface Variant {
  name: string;
  /** Who it is for. */
  purpose: string;
  /** Elements with one of these tags (`@tag(name:)`) are not in it. */
  withoutTags: readonly string[];
}

/**
 * The forms of the graph that are composed and committed. `admin` marks what only staff asks for, `internal` what only the
 * platform itself may see; what has no tag is public.
 */
export const variants: readonly Variant[] = [
  { name: 'public', purpose: 'storefronts', withoutTags: ['admin', 'internal'] },
  { name: 'admin', purpose: 'what staff works with', withoutTags: ['internal'] },
];
