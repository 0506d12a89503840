import path from 'node:path';

/** The checkout's top folder, absolute. */
export const root = path.dirname(import.meta.dirname);
