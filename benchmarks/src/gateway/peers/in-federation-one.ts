/** Each type's owner; in the first version of federation everybody else extends it, and calls its key external. */
const owners: Readonly<Record<string, { subgraph: string; key: string }>> = {
  User: { subgraph: 'accounts', key: 'id' },
  Product: { subgraph: 'products', key: 'upc' },
  Review: { subgraph: 'reviews', key: 'id' },
};

/** A subgraph's schema as the first version of federation has it. */
export const inFederationOne = (subgraph: string, sdl: string): string =>
  sdl
    .replace(/extend schema @link\(.*\)\n/, '')
    .replaceAll(/type (\w+)([^{]*)\{([^}]*)\}/g, (whole, ...parts: string[]) => {
      const [type = '', directives = '', fields = ''] = parts;
      const owner = owners[type];
      if (type !== 'Query' && (!owner || owner.subgraph === subgraph)) return whole;
      const told = owner ? fields.replace(new RegExp(`\\b(${owner.key}: \\w+!)`), '$1 @external') : fields;
      return `extend type ${type}${directives}{${told}}`;
    });
