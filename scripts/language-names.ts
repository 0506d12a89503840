// What makes VS Code open a file as a DNS zone. `npm run docs` writes it into package.json.
import { zoneDbNames, zoneEndings, zoneFirstLine, zoneNames } from '../server/src/config/zone-files/zone-file-names.ts';

export const languageClaims = {
  extensions: zoneEndings,
  filenamePatterns: [...zoneNames, ...zoneDbNames],
  firstLine: zoneFirstLine,
};
