/** How the library calls an argument within what a path answers, by how the path calls it. */
const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/products': { variantsFirst: 'products_nodes_nodes_variants_first' },
  '/products/{slug}': { variantsFirst: 'product_variants_first', variantsAfter: 'product_variants_after' },
};

const descriptions: Readonly<Record<string, string>> = {
  variantsFirst:
    'How many variants of each product, 1 to 100; 20 unless given. `variantCount` tells how many there are.',
  variantsAfter: 'Only the variants that follow the one with this id.',
};

/** The same request as the library understands it. */
export const asLibraryCalls = (url: string): string => {
  const [path = '', search = ''] = url.split('?', 2);
  const known = names[path.startsWith('/products/') ? '/products/{slug}' : path] ?? {};
  const parameters = [...new URLSearchParams(search)].map(([name, value]) => [known[name] ?? name, value]);
  return parameters.length === 0 ? path : `${path}?${new URLSearchParams(parameters).toString()}`;
};

type Parameter = { name: string; schema?: object; [key: string]: unknown };

/** The parameters of a path as it calls them; what it has no name for stays the library's own. */
export const asPathCalls = (path: string, parameters: readonly Parameter[]): Parameter[] => {
  const known = names[path] ?? {};
  return parameters.flatMap((parameter) => {
    if (!parameter.name.includes('_')) return [parameter];
    const name = Object.keys(known).find((key) => known[key] === parameter.name);
    if (name === undefined) return [];
    return [{ ...parameter, name, schema: { ...parameter.schema, description: descriptions[name] } }];
  });
};
