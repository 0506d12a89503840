"""pyspf's verdicts over worlds that hold all the DNS there is. One JSON object a line in, one result a line out."""
import ipaddress
import json
import sys

import spf


def resolver(records):
    def lookup(name, qtype, tcpfallback=True, timeout=30):
        answers = []
        for kind, data in records.get(name.lower(), []):
            if kind == 'TIMEOUT':
                raise spf.TempError('DNS timeout')
            if kind not in (qtype, 'CNAME'):
                continue
            if kind == 'TXT':
                data = (data.encode('latin-1'),)
            elif kind == 'MX':
                data = tuple(data)
            elif kind == 'AAAA':
                data = ipaddress.IPv6Address(data).packed
            answers.append(((name, kind), data))
        return answers
    return lookup


for line in sys.stdin:
    world = json.loads(line)
    spf.DNSLookup = resolver(world['records'])
    try:
        print(spf.query(i=world['ip'], s=world['sender'], h=world['helo'], strict=1).check()[0])
    except Exception as error:
        print('crash ' + type(error).__name__)
