import { printable } from '../../hosts/node/printable.ts';

/** A line to the person at the terminal that is no part of the output. */
export function tell(message: string): void {
  process.stderr.write(`zonewright: ${printable(message)}\n`);
}
