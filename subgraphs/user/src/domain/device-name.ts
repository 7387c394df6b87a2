const maxRawLength = 512;
const maxLength = 100;

/** The first that matches names it: Edge and Opera call themselves Chrome too, and Chrome calls itself Safari. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** What a person would call the device behind a User-Agent header: for a list of sessions, never for a decision. */
export const deviceName = (userAgent: string | null): string => {
  const text = (userAgent ?? '').slice(0, maxRawLength);
  const browser = nameIn(browsers, text);
  const system = nameIn(systems, text);
  if (browser !== null && system !== null) return `${browser} on ${system}`;
  if (browser !== null || system !== null) return browser ?? system ?? '';
  return productOf(text) ?? 'Unknown device';
};

const nameIn = (names: typeof browsers, text: string): string | null =>
  names.find(([pattern]) => pattern.test(text))?.[1] ?? null;

/** `curl/8.5.0` is curl: the product of RFC 9110, section 10.1.5, without its version. */
const productOf = (text: string): string | null => /^[\w.-]{1,60}(?=\/|$)/.exec(text)?.[0].slice(0, maxLength) ?? null;
