import { plainName } from '../../mail/dns/resolver.ts';
import type { DelegationReport } from '../../live/survey/delegation.ts';
import type { ServerReport } from '../../live/survey/server-survey.ts';
import { subjectText } from '../../live/survey/server-survey.ts';
import type { SharedDifference, Survey } from '../../live/survey/survey.ts';
import type { Output } from './output.ts';

/** Whether all servers have what the file says. */
export function agrees({ servers, differences, delegation }: Survey): boolean {
  return (
    servers.length > 0 &&
    differences.length === 0 &&
    servers.every(({ state, unanswered }) => state === 'current' && unanswered === 0) &&
    (delegation?.problems.length ?? 0) === 0
  );
}

export const timeText = (milliseconds: number): string =>
  `${new Date(milliseconds).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

export function jsonOfSurvey({ zone, asked, ...rest }: Survey, file: string): object {
  return {
    zone,
    file,
    asked: new Date(asked).toISOString(),
    agrees: agrees({ zone, asked, ...rest }),
    ...rest,
    servers: rest.servers.map(({ live, differences, ...server }) => ({
      ...server,
      rrsets: live.size,
      differences: differences.length,
    })),
  };
}

export function writeSurvey(survey: Survey, file: string, follows: boolean, { line, write }: Output): void {
  if (follows) write('\n');
  line(`${plainName(survey.zone)} (${file}), serial ${survey.serial ?? 'unknown'}, asked ${timeText(survey.asked)}`);
  for (const server of survey.servers) line(`  ${subjectText(server)}: ${stateText(server, survey.serial)}`);
  if (survey.delegation !== null) for (const text of delegationLines(survey.zone, survey.delegation)) line(`  ${text}`);
  if (survey.differences.length > 0) write('\n');
  for (const difference of survey.differences)
    for (const text of differenceLines(difference, survey.servers.length)) line(`  ${text}`);
  for (const note of survey.notes) line(`  Note: ${note}`);
  line(`  ${summaryOf(survey)}`);
}

function stateText({ state, serial, reason, how, differences }: ServerReport, file: number | null): string {
  const records =
    how === null
      ? ''
      : `, ${differences.length === 0 ? 'same records' : counted(differences.length, 'difference')}${how === 'transfer' ? ' (transfer)' : ''}`;
  switch (state) {
    case 'current':
      return `serial ${serial ?? 'unknown'}${records}`;
    case 'behind':
      return `serial ${serial ?? 'unknown'} is older than the file's ${file ?? ''}${records}`;
    case 'ahead':
      return `serial ${serial ?? 'unknown'} is newer than the file's ${file ?? ''}${records}`;
    case 'lame':
      return `lame: ${reason ?? ''}`;
    case 'unreachable':
      return `unreachable: ${reason ?? ''}`;
  }
}

function delegationLines(
  zone: string,
  { parent, server, nameServers, glue, ds, problems, unknown }: DelegationReport,
): readonly string[] {
  if (parent === null) return [`Delegation: ${unknown ?? ''}`];
  const where = `Delegation of ${plainName(zone)} in ${parent === '.' ? 'the root zone' : plainName(parent)}`,
    asked = server === null ? '' : ` (${server})`;
  const found =
    unknown !== null
      ? unknown
      : nameServers.length === 0
        ? 'none'
        : `${nameServers.join(', ')}; ${counted(glue.length, 'glue address', 'glue addresses')}; ${counted(ds.length, 'DS record')}`;
  return [`${where}${asked}: ${found}`, ...problems.map((problem) => `  ${problem}`)];
}

function differenceLines(
  { kind, owner, type, file, live, fileTtl, liveTtl, servers }: SharedDifference,
  of: number,
): readonly string[] {
  const name = `${owner} ${type}`,
    where = servers.length === of ? '' : ` (${servers.join(', ')})`;
  if (kind === 'ttl') return [`TTL ${name}${where}: ${fileTtl ?? ''} in the file, ${liveTtl ?? ''} live`];
  const title = { missing: 'MISSING', extra: 'EXTRA', different: 'DIFFERENT' }[kind];
  return [
    `${title} ${name}${where}`,
    ...file.map((text) => `  file  ${fileTtl ?? ''} ${text}`),
    ...live.map((text) => `  live  ${liveTtl ?? ''} ${text}`),
  ];
}

function summaryOf(survey: Survey): string {
  const { servers, differences, delegation } = survey;
  if (servers.length === 0) return 'No server was asked.';
  if (agrees(survey))
    return servers.length === 1
      ? 'The server has what the file says.'
      : `All ${servers.length} servers have what the file says.`;
  const outdated = servers.filter(({ state }) => state !== 'current').length,
    parts = [
      ...(differences.length > 0 ? [counted(differences.length, 'difference')] : []),
      ...(outdated > 0 ? [`${outdated} of ${counted(servers.length, 'server')} without this serial`] : []),
      ...(delegation !== null && delegation.problems.length > 0
        ? [`${counted(delegation.problems.length, 'problem')} in the delegation`]
        : []),
    ];
  return parts.length === 0 ? 'Some queries got no answer.' : `${parts.join(', ')}.`;
}

const counted = (count: number, one: string, several = `${one}s`): string => `${count} ${count === 1 ? one : several}`;
