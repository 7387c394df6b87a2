import type { AddressRegion } from './address-format.ts';

const folded = (text: string): string => text.normalize('NFKC').toLocaleLowerCase('en');

/** The region somebody means by its key, its name in either script or its ISO code, whatever the case; null for none. */
export const matchRegion = (regions: readonly AddressRegion[], text: string): AddressRegion | null => {
  const wanted = folded(text);
  const isMeant = ({ key, name, latinName, isoCode }: AddressRegion) =>
    [key, name, latinName, isoCode].some((known) => known !== null && folded(known) === wanted);
  // A key comes before a name: in some lists one region's ISO code is another's key.
  return regions.find(({ key }) => folded(key) === wanted) ?? regions.find(isMeant) ?? null;
};
