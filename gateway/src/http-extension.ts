import { HeaderMap } from '@apollo/server';

/**
 * The extension by which an error tells Apollo Server the HTTP status and headers of the answer; it is taken out before
 * the error is sent. Typed loosely, as another library declares the same extension in another shape.
 */
export const httpExtension = (status: number, headers: Record<string, string>): Record<string, unknown> => ({
  http: { status, headers: new HeaderMap(Object.entries(headers)) },
});
