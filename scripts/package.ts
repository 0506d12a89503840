// Packages the extension, built before, as dist/zonewright.vsix.
import { packageVsix } from './steps/vsix.ts';

const { failed } = await packageVsix();
process.exit(failed === 0 ? 0 : 1);
