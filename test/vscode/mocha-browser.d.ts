/** Mocha's one file for browsers. It defines the global `mocha`, which @types/mocha knows. */
declare module 'mocha/mocha';
