/** An IPv6 customer has a /64 at least: who has one has all its addresses. Unknown addresses count as one. */
export const networkOf = (address: string | null): string => {
  if (address === null) return 'unknown';
  const text = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return text.includes(':') ? expandedPrefix(text) : text;
};

const expandedPrefix = (address: string): string => {
  const [head = '', tail] = address.toLowerCase().split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const zeros = Array.from({ length: tail === undefined ? 0 : 8 - left.length - right.length }, () => '0');
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
};
