import { describe, expect, it } from 'vitest';
import { mediaAddress } from './media.ts';

describe('the address of a picture', () => {
  it.each([
    [
      '/media/mug.svg?view=detail',
      'https://shop.example/pictures',
      'https://shop.example/pictures/mug.svg?view=detail',
    ],
    ['/media/mug.svg', 'https://shop.example/media/', 'https://shop.example/media/mug.svg'],
    ['/other/mug.png', 'https://shop.example/media', 'https://shop.example/other/mug.png'],
    ['https://cdn.example/mug.png', 'https://shop.example/media', 'https://cdn.example/mug.png'],
  ])('%s below %s is %s', (url, host, address) => {
    expect(mediaAddress(url, host)).toBe(address);
  });
});
