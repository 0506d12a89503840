import { absoluteName } from '../../config/zone-files/zone-name.ts';
import { Failure } from './failure.ts';

/** The name that `--origin` gives, absolute. */
export function originOf(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const name = absoluteName(written);
  if (name === undefined)
    throw new Failure(`"${written}" isn't a valid domain name; --origin takes the zone's apex, such as example.com.`);
  return name;
}
