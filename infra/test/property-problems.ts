import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';

type Spec = ReturnType<typeof loadAwsServiceSpecSync>;
type Properties = Readonly<Record<string, { type: SpecType; required?: boolean }>>;
type SpecType =
  | { type: 'string' | 'integer' | 'number' | 'boolean' | 'json' | 'date-time' | 'null' | 'tag' }
  | { type: 'array' | 'map'; element: SpecType }
  | { type: 'ref'; reference: { $ref: string } }
  | { type: 'union'; types: SpecType[] };

const spec: Spec = loadAwsServiceSpecSync();

/** What CloudFormation resolves later; its type is not known here. */
const isIntrinsic = (value: unknown): boolean => {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  return keys.length === 1 && (keys[0] === 'Ref' || (keys[0] ?? '').startsWith('Fn::'));
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What AWS's own resource specification does not know about a resource's properties; empty when all is well. */
export const propertyProblems = (type: string, properties: Readonly<Record<string, unknown>>): string[] => {
  const [resource] = spec.lookup('resource', 'cloudFormationType', 'equals', type);
  if (!resource) return [`${type} is no type of resource`];
  return problemsOfObject(properties, resource.properties, type);
};

const problemsOfObject = (value: Record<string, unknown>, properties: Properties, path: string): string[] => [
  ...Object.keys(properties)
    .filter((name) => properties[name]?.required && value[name] === undefined)
    .map((name) => `${path}.${name} is required`),
  ...Object.entries(value).flatMap(([name, inner]) => {
    const property = properties[name];
    return property ? problems(inner, property.type, `${path}.${name}`) : [`${path}.${name} is unknown`];
  }),
];

const problems = (value: unknown, type: SpecType, path: string): string[] => {
  if (isIntrinsic(value)) return [];
  switch (type.type) {
    case 'array':
      if (!Array.isArray(value)) return [`${path} is no list`];
      return value.flatMap((inner, index) => problems(inner, type.element, `${path}[${index}]`));
    case 'map':
      if (!isObject(value)) return [`${path} is no map`];
      return Object.entries(value).flatMap(([key, inner]) => problems(inner, type.element, `${path}.${key}`));
    case 'ref': {
      const definition = spec.get('typeDefinition', type.reference.$ref);
      if (!isObject(value)) return [`${path} is no ${definition.name}`];
      return problemsOfObject(value, definition.properties, path);
    }
    case 'union': {
      const tried = type.types.map((one) => problems(value, one, path));
      return tried.some((found) => found.length === 0) ? [] : (tried[0] ?? []);
    }
    case 'string':
    case 'integer':
    case 'number':
    case 'boolean':
    case 'json':
    case 'date-time':
    case 'null':
    case 'tag':
      return isScalarOf(type.type, value) ? [] : [`${path} is no ${type.type}`];
  }
};

type Scalar = Exclude<SpecType['type'], 'array' | 'map' | 'ref' | 'union'>;

/** CloudFormation reads '1' as a number and 'true' as a boolean, and the other way round. */
const isScalarOf = (type: Scalar, value: unknown): boolean => {
  switch (type) {
    case 'string':
    case 'date-time':
      return ['string', 'number', 'boolean'].includes(typeof value);
    case 'integer':
      return Number.isInteger(Number(value));
    case 'number':
      return Number.isFinite(Number(value));
    case 'boolean':
      return typeof value === 'boolean' || value === 'true' || value === 'false';
    case 'tag':
      return isObject(value) && 'Key' in value && 'Value' in value;
    case 'json':
      return typeof value === 'string' || typeof value === 'object';
    case 'null':
      return value === null;
  }
};
