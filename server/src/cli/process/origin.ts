import { absoluteName } from '../../config/zone-files/zone-name.ts';
import { Failure } from './failure.ts';

/** The name that `--origin` gives, absolute. */
export function originOf(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const name = absoluteName(written);
  if (name === undefined) throw new Failure(`"${written}" is no domain name; --origin takes the name of the zone's apex, such as example.com.`);
  return name;
}
