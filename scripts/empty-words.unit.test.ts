import { describe, expect, it } from 'vitest';
import { emptyWordsIn } from './empty-words.ts';

describe('empty words', () => {
  it('are found in the name of a file', () => {
    expect(emptyWordsIn('gateway/src/order-service.ts', '')).toHaveLength(1);
  });

  it.each([
    'class OrderManager {}',
    'const mapHelper = 1;',
    'type PaymentImpl = 1;',
    'async function errorHandler() {}',
  ])('are found in what a file exports: %s', (declaration) => {
    expect(emptyWordsIn('gateway/src/main.ts', `export ${declaration}\n`)).toHaveLength(1);
  });

  it('are not found inside other words, in folders, or in what stays inside a file', () => {
    const source = 'export const databaseUrl = 1;\nexport const baseline = 2;\nconst handler = 3;\n';
    expect(emptyWordsIn('services/sandbox-provider/src/main.ts', source)).toEqual([]);
  });
});
