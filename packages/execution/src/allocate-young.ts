import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 make every object among the young. Left alone it watches which places in the code make objects that outlive a
 * collection, and has these made among the old from then on. In a gateway what outlives one is whatever was in flight then:
 * after such a guess each request leaves parts of itself among the old, where they keep the rest of it, and of the young
 * generation a tenth instead of a thousandth is carried along at every collection. To be called as the first thing of the process.
 */
export const allocateYoung = (): void => setFlagsFromString('--no-allocation-site-pretenuring');
