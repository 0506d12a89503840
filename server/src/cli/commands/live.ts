import { fileURLToPath } from 'node:url';
import { plainName } from '../../mail/dns/resolver.ts';
import { printableJson } from '../../hosts/node/printable.ts';
import { factsOf, survey } from '../../live/survey/survey.ts';
import type { Survey } from '../../live/survey/survey.ts';
import { Failure } from '../process/failure.ts';
import { FileNames } from '../process/file-names.ts';
import { Progress } from '../process/progress.ts';
import { asking, endpointOption, tsigKeyOf, zonesAndPaths } from '../input/live-input.ts';
import { agrees, jsonOfSurvey, writeSurvey } from '../reports/live.ts';
import { Output } from '../reports/output.ts';
import { ZoneSet } from '../zones/zone-set.ts';
import { FOUND, GOOD, TROUBLE } from '../reports/exit-status.ts';

export interface LiveOptions {
  readonly server?: string;
  readonly port: number;
  readonly dnsServer: readonly string[];
  readonly axfr?: boolean;
  readonly tsigFile?: string;
  readonly delegation: boolean;
  readonly allowOutside?: boolean;
  readonly format: 'text' | 'json';
}

/** Asks the servers of zones for what the files say, and prints where they differ. A difference, or a server that doesn't have the zone, gives status 1. */
export async function live(given: readonly string[], options: LiveOptions): Promise<number> {
  const { zones: wanted, paths } = zonesAndPaths(given),
    server = options.server === undefined ? undefined : endpointOption('--server', options.server, options.port),
    key = options.tsigFile === undefined ? undefined : tsigKeyOf(options.tsigFile),
    set = await ZoneSet.read(paths, options),
    names = new FileNames();
  const missing = [...wanted].find((name) => !set.zones.some(({ apex, names: tree }) => tree.text(apex) === name));
  if (missing !== undefined) throw new Failure(`No file in ${paths.join(', ')} holds the zone ${plainName(missing)}.`);
  const zones = set.zones.filter(({ apex, names: tree }) => wanted.size === 0 || wanted.has(tree.text(apex)));
  const { asker, recursor } = asking(options.dnsServer),
    progress = new Progress(),
    surveys: { readonly survey: Survey; readonly file: string }[] = [];
  for (const zone of zones) {
    const facts = factsOf(zone);
    surveys.push({
      file: names.show(fileURLToPath(zone.root.text.uri)),
      survey: await survey(asker, recursor, facts, {
        server,
        port: options.port,
        axfr: options.axfr === true,
        key,
        delegation: options.delegation,
        now: Date.now(),
        onProgress: (who, done, of) => progress.update(`${plainName(facts.apex)}: asking ${who}, record`, done, of),
        shouldStop: () => false,
      }),
    });
  }
  progress.end();
  const output = new Output();
  if (options.format === 'json')
    output.write(`${printableJson({ zones: surveys.map(({ survey: one, file }) => jsonOfSurvey(one, file)) }, 1)}\n`);
  else surveys.forEach(({ survey: one, file }, k) => writeSurvey(one, file, k > 0, output));
  output.flush();
  if (set.isIncomplete) return TROUBLE;
  return surveys.every(({ survey: one }) => agrees(one)) ? GOOD : FOUND;
}
