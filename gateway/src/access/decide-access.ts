import type { Viewer } from '@cartograph/viewer';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { type AccessRules, nameOfRequirement, type Requirement } from './access-rules.ts';
import { isMet } from './judge-requirement.ts';
import { requirementsInDocument } from './requirements-in-document.ts';
import { type WithheldDocument, withholdFields } from './withheld-document.ts';

/** What of a document a viewer may not see. */
export type Withholding = {
  readonly rules: AccessRules;
  readonly schema: GraphQLSchema;
  readonly executed: WithheldDocument;
  readonly isRefused: (requirement: Requirement) => boolean;
  /** The same for the same refusals: what is executed depends on it as on the document. */
  readonly name: string;
};

type Known = { requirements: readonly Requirement[]; withholdings: Map<string, Withholding> };

/** A document asks for few different things, so few sets of refusals are possible; more than this is an attack. */
const maxRemembered = 64;

/**
 * Decides once for a document and a set of refusals, not once for a request: answers null where the viewer may see
 * everything, which costs one look at the few requirements the document touches.
 */
export const createAccessDecision = (rules: AccessRules, schema: GraphQLSchema) => {
  const known = new WeakMap<DocumentNode, Known>();
  const knownOf = (document: DocumentNode): Known => {
    const found = known.get(document);
    if (found) return found;
    const fresh = { requirements: requirementsInDocument(rules, schema, document), withholdings: new Map() };
    known.set(document, fresh);
    return fresh;
  };
  return (document: DocumentNode, viewer: Viewer): Withholding | null => {
    const { requirements, withholdings } = knownOf(document);
    if (requirements.length === 0) return null;
    const refused = new Set(requirements.filter((requirement) => !isMet(requirement, viewer)).map(nameOfRequirement));
    if (refused.size === 0) return null;
    const name = [...refused].sort().join(',');
    const remembered = withholdings.get(name);
    if (remembered) return remembered;
    const isRefused = (requirement: Requirement) => refused.has(nameOfRequirement(requirement));
    const withholding = {
      rules,
      schema,
      executed: withholdFields({ rules, schema, document, isRefused }),
      isRefused,
      name,
    };
    if (withholdings.size < maxRemembered) withholdings.set(name, withholding);
    return withholding;
  };
};
