// Puts the npm package together in dist/npm, for `npm publish dist/npm` or `npm pack ./dist/npm`.
import { buildNpmPackage, largestUnpacked, npmFolder, sizeOf } from './steps/npm-package.ts';

await buildNpmPackage();
const size = await sizeOf(npmFolder);
console.log(
  `${size < largestUnpacked ? 'ok    ' : 'FAILED'} dist/npm has ${Math.round(size / 1000)} kB of at most ${largestUnpacked / 1000} kB unpacked`,
);
process.exit(size < largestUnpacked ? 0 : 1);
