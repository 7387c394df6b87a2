export { composeVariant, type VariantResult } from './compose-variant.ts';
export { type Variant, variants } from './variant.ts';
