import { randomBytes } from 'node:crypto';

/**
 * What stands in every personal value that these journeys use, and nowhere else in the platform: where one of them is found,
 * somebody's data is. The network is the one for benchmarks (RFC 2544), the telephone number is one of those for fiction.
 */
export const marks = ['quintessa', '198.18.', '30 23125', '3023125'] as const;

/** A person nobody else of the run is. */
export const markedPerson = () => {
  const unique = randomBytes(6).toString('hex');
  return {
    name: `Quintessa ${unique}`,
    email: `quintessa.${unique}@example.com`,
    password: `quintessa says ${unique}`,
  };
};

export const markedPhone = '+49 30 23125 099';

export const markedAddress = {
  countryCode: 'DE',
  recipient: 'Quintessa Marked',
  lines: ['Quintessa-Allee 7'],
  locality: 'Quintessahausen',
  postalCode: '10117',
};

let placesTaken = 0;

/** A network address of its own: nothing that is counted by network is shared with another journey. */
export const aPlace = (userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Quintessa Firefox/140.0') => {
  placesTaken += 1;
  return { address: `198.18.${Math.floor(placesTaken / 250)}.${(placesTaken % 250) + 1}`, userAgent };
};
