import type { Bounds } from '../../hosts/node/bounds.ts';
import { writeNow } from '../../hosts/node/writing.ts';
import type { Rewritten } from '../../hosts/node/writing.ts';
import { LARGEST_ZONE, whyRefused } from '../input/read-bytes.ts';
import { Failure, reasonOf } from '../process/failure.ts';

/** Writes a file that was read before, or fails and leaves it as it is. `shown`: how the person at the terminal calls it. */
export function writeFile(file: string, octets: Rewritten, shown: string, bounds: Bounds): void {
  try {
    const refused = writeNow(file, octets, bounds);
    if (refused?.refused === 'changed')
      throw new Failure(`${shown} isn't written: it was changed meanwhile. Run the command again.`);
    if (refused !== undefined) throw new Failure(`${shown} isn't written: it ${whyRefused(refused, LARGEST_ZONE)}.`);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`${shown} can't be written, and is as it was: ${reasonOf(error)}.`);
  }
}
