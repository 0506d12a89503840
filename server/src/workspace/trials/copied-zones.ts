import type { ZoneHost } from '../../zone/records/include-host.ts';
import { Lexer } from '../../zone/syntax/lexer.ts';
import type { SourceText } from '../../zone/syntax/source-text.ts';
import type { LintedZone, Workspace } from '../workspace.ts';
import { Trial } from './trial.ts';

/** How much may be copied for a trial. */
export interface TrialLimits {
  readonly zones: number;
  /** Octets of all zones' own files together. */
  readonly octets: number;
}

/**
 * A trial on copies of the zones that have one of some files, and of those that look at these zones: what is shown stays as it is.
 * Undefined where that would be more than the limits.
 */
export function trialOnCopies(workspace: Workspace, uris: Iterable<string>, limits: TrialLimits): Trial | undefined {
  const originals = concernedZones(workspace, uris);
  if (
    originals.length > limits.zones ||
    originals.reduce((sum, { zone }) => sum + zone.root.text.byteLength, 0) > limits.octets
  )
    return undefined;
  const texts = new Map<SourceText, SourceText>(),
    copies = new Map<LintedZone, LintedZone>();
  const copyOf = (text: SourceText): SourceText => {
    const known = texts.get(text),
      copy = known ?? text.copy(new Lexer());
    if (known === undefined) texts.set(text, copy);
    return copy;
  };
  for (const linted of originals) {
    copies.set(
      linted,
      workspace.aside(
        linted,
        copyOf(linted.zone.root.text),
        hostOfCopies(linted.zone.host, copyOf),
        (found) => copies.get(found) ?? found,
      ),
    );
  }
  const zones = [...copies.values()];
  for (const linted of zones)
    linted.onChange = () => {
      for (const other of zones) if (other !== linted && other.sees(linted)) other.outsideChanged();
    };
  return new Trial(zones);
}

/** The zones with one of some files, and then those that see them. */
export function concernedZones({ zones }: Workspace, files: Iterable<string>): readonly LintedZone[] {
  const uris = new Set(files),
    own = [...zones].filter(
      (linted) =>
        uris.has(linted.zone.root.uri) ||
        [...linted.files()].some(({ uri }) => uris.has(uri)) ||
        [...linted.besides()].some(({ uri }) => uris.has(uri)),
    );
  return [...own, ...[...zones].filter((linted) => !own.includes(linted) && own.some((one) => linted.sees(one)))];
}

function hostOfCopies(host: ZoneHost, copyOf: (text: SourceText) => SourceText): ZoneHost {
  return {
    include(fileName, fromUri) {
      const found = host.include(fileName, fromUri);
      return typeof found === 'string' ? found : copyOf(found);
    },
    named: (fileName) => (host.named?.(fileName) ?? []).map(copyOf),
  };
}
