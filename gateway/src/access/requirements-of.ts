import { type ConstDirectiveNode, valueFromASTUntyped } from 'graphql';
import { z } from 'zod';
import type { Requirement } from './access-rules.ts';
import { AccessUnreadable } from './access-unreadable.ts';

/** An empty list would be a rule that nobody, or everybody, meets: nobody means either. */
const anyOfShape = z.array(z.array(z.string().min(1)).min(1)).min(1);

/** The requirements that stand at a place of the supergraph. Throws AccessUnreadable for one that says nothing sensible. */
export const requirementsOf = (
  place: string,
  directives: readonly ConstDirectiveNode[] | undefined = [],
): readonly Requirement[] =>
  directives.flatMap((directive): readonly Requirement[] => {
    if (directive.name.value === 'authenticated') return [{ kind: 'AUTHENTICATED' }];
    if (directive.name.value !== 'requiresScopes') return [];
    const scopes = directive.arguments?.find((argument) => argument.name.value === 'scopes')?.value;
    const anyOf = anyOfShape.safeParse(scopes && valueFromASTUntyped(scopes));
    if (!anyOf.success) throw new AccessUnreadable(`@requiresScopes at ${place} names no scopes`);
    return [{ kind: 'SCOPES', anyOf: anyOf.data }];
  });
