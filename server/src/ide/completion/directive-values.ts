import { durationInWords } from '../../zone/rrtypes/kinds/seconds.ts';
import { allTypes } from '../../zone/rrtypes/registry/registry.ts';
import type { Choice } from './completion-item.ts';
import { stop, term, value } from './completion-item.ts';
import type { ZoneFacts } from './zone-facts.ts';

const usualTtls: readonly number[] = [3600, 300, 86_400];
/** Types that a range of numbers makes sense for. */
const generated: readonly string[] = ['A', 'AAAA', 'PTR', 'CNAME', 'NS', 'MX', 'TXT'];

/** TTLs that the zone has, those most used first, then the usual ones. */
export function ttlValues(facts: ZoneFacts, most = 8): readonly Choice[] {
  const used = facts.ttls().slice(0, most);
  return [
    ...used.map(({ seconds, count }) =>
      value(seconds, `${durationInWords(seconds)}; ${count === 1 ? '1 record has' : `${count} records have`} it`),
    ),
    ...usualTtls
      .filter((seconds) => !used.some((one) => one.seconds === seconds))
      .map((seconds) => value(seconds, durationInWords(seconds))),
  ];
}

/** What can be behind a directive, by how many words are there already. Names and files are offered elsewhere: undefined. */
export function directiveValues(directive: string, count: number, facts: ZoneFacts): readonly Choice[] | undefined {
  switch (directive) {
    case '$TTL':
      return count === 0 ? ttlValues(facts) : [];
    case '$ORIGIN':
      return count === 0 ? undefined : [];
    case '$INCLUDE':
      return count < 2 ? undefined : [];
    case '$GENERATE':
      return generateValues(count, facts);
    default:
      return [];
  }
}

function generateValues(count: number, facts: ZoneFacts): readonly Choice[] {
  switch (count) {
    case 0:
      return [
        value('1-254', 'from 1 to 254'),
        value('0-255', 'from 0 to 255'),
        term('1-10', 'from one number to another', '${1:1}-${2:10}'),
        term('0-254/2', 'every second number', '${1:0}-${2:254}/${3:2}'),
      ];
    case 1:
      return [
        value('$', 'the number'),
        term('host$', 'a name with the number', '${1:host}\\$'),
        term('host${0,3,d}', 'the number with three digits', '${1:host}\\${0,3,d\\}'),
        term('${0,1,x}', 'the number as hexadecimal', '\\${0,1,x\\}'),
        term('${0,2,n}', 'the number as nibbles of ip6.arpa', '\\${0,2,n\\}'),
        term('${-1}', 'the number less one', '\\${${1:-1}\\}'),
      ];
    case 2:
      return generated.map(
        (type): Choice => ({
          label: type,
          detail: allTypes.find(({ mnemonic }) => mnemonic === type)?.summary ?? '',
          kind: 'type',
        }),
      );
    case 3:
      return generatedData(facts);
    default:
      return [];
  }
}

/** Right-hand sides: the networks in use, and names. */
function generatedData(facts: ZoneFacts): readonly Choice[] {
  const networks = [...new Set(facts.addresses(1).used.map(({ address }) => address.replace(/\d+$/, '')))].slice(0, 5);
  return [
    ...networks.map((network) => term(`${network}$`, 'an address of a network in use here', `${network}\\$`)),
    term('host-$', 'a name with the number', `\${1:host}-\\$${facts.isReverse ? `.${stop(2, [], 'domain')}.` : ''}`),
    value('$', 'the number'),
  ];
}
