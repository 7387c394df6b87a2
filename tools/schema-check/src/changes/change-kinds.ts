import { ChangeType } from '@graphql-inspector/core';
import type { ApiChange } from './api-change.ts';

/** What a kind of change means for those who use the element. */
export interface ChangeKind {
  /** The elements whose users are hit. */
  coordinates: (change: ApiChange) => string[];
  /** The element that the finding points at; the first of the coordinates unless given. */
  at?: (change: ApiChange) => string;
  /** An element must have been deprecated in the base before it may go. */
  mustBeDeprecated?: boolean;
  cure: string;
}

const path = ({ path: dotted }: ApiChange): string => dotted;

/** The inspector writes `Type.field.argument`, the specification `Type.field(argument:)`. */
const argumentPath = (change: ApiChange): string => {
  const [type, field, argument] = path(change).split('.');
  return `${type}.${field}(${argument}:)`;
};

const ownerOf = (coordinate: string): string => coordinate.replace(/[.(][^.(]*$/, '');

const removal = (what: string): string =>
  `Bring it back marked @deprecated(reason: "what to use instead"). Remove ${what} when no client sends it any more (\`pnpm schema:check --usage FILE\`).`;

const successor = 'Add a new one beside it, deprecate this one, and remove it when no client sends it any more.';

/** Changes that the inspector calls breaking, by its name for them. */
export const breakingKinds: Readonly<Record<string, ChangeKind>> = {
  [ChangeType.FieldRemoved]: { coordinates: (c) => [path(c)], mustBeDeprecated: true, cure: removal('the field') },
  [ChangeType.FieldArgumentRemoved]: {
    coordinates: (c) => [argumentPath(c)],
    mustBeDeprecated: true,
    cure: removal('the argument'),
  },
  [ChangeType.InputFieldRemoved]: {
    coordinates: (c) => [path(c)],
    mustBeDeprecated: true,
    cure: removal('the input field'),
  },
  [ChangeType.EnumValueRemoved]: { coordinates: (c) => [path(c)], mustBeDeprecated: true, cure: removal('the value') },
  [ChangeType.TypeRemoved]: {
    coordinates: (c) => [path(c)],
    cure: 'Bring the type back, deprecate the fields that lead to it, and remove both when no client asks for them.',
  },
  [ChangeType.TypeKindChanged]: { coordinates: (c) => [path(c)], cure: successor },
  [ChangeType.FieldTypeChanged]: { coordinates: (c) => [path(c)], cure: successor },
  [ChangeType.FieldArgumentTypeChanged]: { coordinates: (c) => [argumentPath(c)], cure: successor },
  [ChangeType.InputFieldTypeChanged]: { coordinates: (c) => [path(c)], cure: successor },
  [ChangeType.FieldArgumentAdded]: {
    coordinates: (c) => [ownerOf(argumentPath(c))],
    at: argumentPath,
    cure: 'Make the argument optional, or give it a default: what clients send today does not have it.',
  },
  [ChangeType.InputFieldAdded]: {
    coordinates: (c) => [ownerOf(path(c))],
    at: path,
    cure: 'Make the input field optional, or give it a default: what clients send today does not have it.',
  },
  [ChangeType.UnionMemberRemoved]: {
    coordinates: (c) => [c.removedMember],
    at: path,
    cure: 'Keep the member until no client asks for it; that it is no longer answered breaks nobody.',
  },
  [ChangeType.ObjectTypeInterfaceRemoved]: {
    coordinates: () => [],
    at: path,
    cure: 'Keep the interface until no client reaches the type through it.',
  },
};

/** Changes that break no request, yet may surprise who uses the element. */
export const surprisingKinds: Readonly<Record<string, ChangeKind>> = {
  [ChangeType.FieldArgumentDefaultChanged]: {
    coordinates: (c) => [ownerOf(argumentPath(c))],
    at: argumentPath,
    cure: 'Whoever leaves the argument out gets another answer from now on: tell them, or add another argument.',
  },
  [ChangeType.InputFieldDefaultValueChanged]: {
    coordinates: (c) => [ownerOf(path(c))],
    at: path,
    cure: 'Whoever leaves the input field out asks for something else from now on: tell them, or add another field.',
  },
};

/** New values that a client which lists them all may not know. */
export const openEndedKinds: Readonly<Record<string, (change: ApiChange) => string[]>> = {
  [ChangeType.EnumValueAdded]: (change) => [ownerOf(path(change))],
};
