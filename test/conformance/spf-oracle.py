"""pyspf's verdicts over worlds that hold all the DNS there is.

One JSON object a line in: `records` by name without the final dot, and `queries` (`ip`, `sender`, `helo`, `strict` as pyspf takes it).
One list a line out: a pair of result and explanation for each query.
"""
import ipaddress
import json
import sys

import spf


def resolver(records):
    def lookup(name, qtype, tcpfallback=True, timeout=30):
        answers = []
        for kind, data in records.get(name.lower().rstrip('.'), []):
            if kind == 'TIMEOUT':
                raise spf.TempError('DNS timeout')
            if kind not in (qtype, 'CNAME'):
                continue
            if kind in ('TXT', 'SPF'):
                data = (data.encode('utf-8'),)
            elif kind == 'MX':
                data = tuple(data)
            elif kind == 'AAAA':
                data = ipaddress.IPv6Address(data).packed
            answers.append(((name, kind), data))
        return answers
    return lookup


def verdict(query):
    try:
        result, _, explanation = spf.query(i=query['ip'], s=query['sender'], h=query['helo'], strict=query['strict']).check()
        return result, explanation
    except Exception as error:
        return 'crash', type(error).__name__


for line in sys.stdin:
    world = json.loads(line)
    spf.DNSLookup = resolver(world['records'])
    print(json.dumps([verdict(query) for query in world['queries']]), flush=True)
